package dev.netwright.runtime.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists the GPUs by running {@code nvidia-smi}, a program of NVIDIA's driver. */
public final class NvidiaDriver {
    private static final String PROGRAM = "nvidia-smi";
    private static final int SECONDS = 10;
    private static final Pattern CARD = Pattern.compile("(.+), (\\d+)\\.(\\d+), (\\d+), (\\S+)");

    private NvidiaDriver() {}

    /** {@return the GPUs of this machine, or the reason why there are none} */
    public static GpuFinding gpus() {
        return gpus(PROGRAM);
    }

    static GpuFinding gpus(String program) {
        try {
            Process process = new ProcessBuilder(
                            program,
                            "--query-gpu=name,compute_cap,memory.total,driver_version",
                            "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            // The output is a line per GPU: it fits into the pipe, so waiting before reading can't block the program.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return none(PROGRAM + " gave no answer within " + SECONDS + " seconds");
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? read(answer) : none(PROGRAM + " says: " + firstLine(answer));
        } catch (IOException e) {
            return none("there is no " + PROGRAM + ", so no NVIDIA driver");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(PROGRAM + " was interrupted");
        }
    }

    private static GpuFinding read(String answer) {
        List<Gpu> gpus = new ArrayList<>();
        for (String line : answer.lines().toList()) {
            Optional<Gpu> gpu = card(line);
            if (gpu.isEmpty()) {
                return none(PROGRAM + " says: " + line.strip());
            }
            gpus.add(gpu.get());
        }
        return gpus.isEmpty() ? none(PROGRAM + " names no card") : new GpuFinding(gpus, "");
    }

    private static Optional<Gpu> card(String line) {
        Matcher card = CARD.matcher(line.strip());
        return card.matches()
                ? Optional.of(new Gpu(
                        card.group(1),
                        Integer.parseInt(card.group(2)),
                        Integer.parseInt(card.group(3)),
                        Long.parseLong(card.group(4)),
                        card.group(5)))
                : Optional.empty();
    }

    private static GpuFinding none(String remark) {
        return new GpuFinding(List.of(), remark);
    }

    private static String firstLine(String answer) {
        return answer.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("nothing");
    }
}
