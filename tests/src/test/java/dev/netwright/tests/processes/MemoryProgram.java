package dev.netwright.tests.processes;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.machine.InsufficientMemoryException;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes memory in one of the ways there are, and prints {@code done}, or what it was refused with. {@code initialize} leaves itself 300 MiB
 * of address space before. Its arguments are the way, the
 * class of the network, the batch, and the kernels' name.
 */
final class MemoryProgram {
    private static final long LEFT_BYTES = 300L << 20;

    private MemoryProgram() {}

    public static void main(String[] arguments) throws Exception {
        NetworkType<?> type = NetworkType.named(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        System.setProperty("netwright.kernels", arguments[3]);
        try {
            switch (arguments[0]) {
                case "initialize" -> {
                    KernelSets.preferred();
                    leaveAddresses(LEFT_BYTES);
                    initialized(type).close();
                }
                case "steps" -> steps(type, batch);
                case "logits" -> logits(type, batch);
                case "train" -> train(type, batch);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            System.out.println("done");
        } catch (InsufficientMemoryException | IllegalArgumentException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }

    /** From now on, with all libraries loaded, this process may have so many bytes of address space more. */
    private static void leaveAddresses(long bytes) throws IOException, InterruptedException {
        long taken = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmSize:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
        int exit = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        Long.toString(ProcessHandle.current().pid()),
                        "--as=" + (taken + bytes))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("prlimit ended with " + exit);
        }
    }

    private static NeuralNetwork initialized(NetworkType<?> type) {
        return type.initialize(KernelSets.preferred(), Initializer.PYTORCH, 0);
    }

    private static void steps(NetworkType<?> type, int batch) {
        try (NeuralNetwork network = initialized(type);
                TrainingSteps steps = network.steps(batch, 0)) {
            steps.load(new float[batch * type.images().size()], new int[batch]);
            steps.forward();
            steps.backward();
            steps.update(0.1);
        }
    }

    private static void logits(NetworkType<?> type, int batch) {
        try (NeuralNetwork network = initialized(type)) {
            network.logits(new float[batch * type.images().size()], batch);
        }
    }

    /** Two epochs with a smaller last batch, test pictures and checkpoints: all that takes memory in a run. */
    private static void train(NetworkType<?> type, int batch) {
        Training training = Training.with(Optimizer.adam(1e-4))
                .batch(batch)
                .epochs(2)
                .test(new Grey(type, batch))
                .checkpoints(Path.of("run" + batch));
        type.train(new Grey(type, 2 * batch + 1), training).close();
    }

    /** Images of one value. */
    private record Grey(NetworkType<?> type, int size) implements Dataset {
        @Override
        public ImageFormat format() {
            return new ImageFormat(
                    type.images().channels(),
                    type.images().height(),
                    type.images().width());
        }

        @Override
        public List<String> labels() {
            return IntStream.range(0, type.classes())
                    .mapToObj(Integer::toString)
                    .toList();
        }

        @Override
        public int label(int index) {
            return index % type.classes();
        }

        @Override
        public void read(int index, float[] target, int offset) {
            Arrays.fill(target, offset, offset + type.images().size(), index % 7 / 7f);
        }
    }
}
