package dev.netwright.tests.processes;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Loads the native libraries on one thread, and prints the number of threads and a hash of what a few steps and a prediction give on another. Its
 * arguments are the kernels' name, and {@code main} or {@code other} for the thread that loads and for the one that computes.
 */
final class ThreadProgram {
    private static final int BATCH = 32;
    private static final int STEPS = 3;

    private ThreadProgram() {}

    public static void main(String[] arguments) throws Exception {
        String kernels = arguments[0];
        on(arguments[1], () -> KernelSets.named(kernels));
        on(arguments[2], () -> {
            System.out.println(KernelSets.named(kernels).environment().get("threads") + " " + computed(kernels));
        });
    }

    private static void on(String thread, Runnable work) throws Exception {
        if (thread.equals("main")) {
            work.run();
            return;
        }
        ExecutorService other = Executors.newSingleThreadExecutor();
        other.submit(work).get();
        other.shutdown();
    }

    private static int computed(String kernels) {
        float[] images = new float[BATCH * BatchNormLeNet28.TYPE.images().size()];
        CounterRandom.seeded(1).fillGaussian(RandomStream.NOISE, 0, images, 0, images.length, 0);
        int[] labels = new int[BATCH];
        Arrays.setAll(labels, i -> i % 10);
        try (NeuralNetwork network =
                BatchNormLeNet28.TYPE.initialize(KernelSets.named(kernels), Initializer.PYTORCH, 0)) {
            try (TrainingSteps steps = network.steps(BATCH, 0)) {
                for (int i = 0; i < STEPS; i++) {
                    steps.load(images, labels);
                    steps.forward();
                    steps.backward();
                    steps.update(0.1);
                }
            }
            return Arrays.hashCode(network.logits(images, BATCH));
        }
    }
}
