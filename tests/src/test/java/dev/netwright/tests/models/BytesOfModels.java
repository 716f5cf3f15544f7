package dev.netwright.tests.models;

import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.PlannedBytes;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.network.NetworkType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what oneDNN's kernels would allocate for every generated network, batch and mode. The test runs it in a process of its own,
 * whose environment makes it the machine that classes name: AVX2 and two threads, both of which the library reads when it is loaded.
 */
final class BytesOfModels {
    /** One image, a usual batch, and another by which an image's own bytes show. */
    static final List<Integer> BATCHES = List.of(1, 32, 64);

    private BytesOfModels() {}

    /** What one program takes. */
    record Row(String network, Mode mode, int batch, PlannedBytes bytes) {
        @Override
        public String toString() {
            return network + " " + mode + " " + batch + " " + bytes.binding() + " " + bytes.values() + " "
                    + bytes.statistics();
        }

        static Row parse(String line) {
            String[] words = line.split(" ", -1);
            return new Row(
                    words[0],
                    Mode.valueOf(words[1]),
                    Integer.parseInt(words[2]),
                    new PlannedBytes(Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5])));
        }
    }

    /** Prints a row for each. */
    public static void main(String... arguments) {
        rows(OneDnnKernelSet.create()).forEach(row -> System.out.println("bytes " + row));
    }

    /** Every generated network of the models, and two of layers that none of them has. */
    static List<NetworkType<?>> types() {
        List<NetworkType<?>> types = new ArrayList<>(ModelClasses.types());
        types.addAll(List.of(OtherLayers.TYPE, NormedLayers.TYPE));
        return types;
    }

    private static List<Row> rows(KernelSet kernels) {
        List<Row> rows = new ArrayList<>();
        for (NetworkType<?> type : types()) {
            for (Mode mode : Mode.values()) {
                for (int batch : BATCHES) {
                    try {
                        rows.add(new Row(
                                type.name(),
                                mode,
                                batch,
                                kernels.plannedBytes(type.parameters(), type.programs(), mode, batch)));
                    } catch (SingleValueNormException e) {
                        // A norm after a fully connected layer refuses one image.
                        System.out.println("refused " + type.name() + " " + mode + " " + batch);
                    }
                }
            }
        }
        return rows;
    }

    /** The rows of the machine that classes name. */
    static List<Row> onReference() {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ActiveProcessorCount=2",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BytesOfModels.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        program.environment().put("ONEDNN_MAX_CPU_ISA", "AVX2");
        program.environment().put("DNNL_MAX_CPU_ISA", "AVX2");
        program.environment().put("OMP_NUM_THREADS", "2");
        try {
            Process process = program.start();
            List<Row> rows;
            try (InputStream output = process.getInputStream()) {
                rows = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("bytes "))
                        .map(line -> Row.parse(line.substring("bytes ".length())))
                        .toList();
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("the listing ended with code " + code);
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("the listing did not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
