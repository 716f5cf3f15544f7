package dev.netwright.examples.tutorial;

import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import dev.netwright.runtime.training.MemoryCheck;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * The TensorFlow benchmark of VGG-16 on images of noise: the forward pass up to each image's class, then forward and backward
 * passes to the gradients of every parameter of half the squared outputs. Nothing is updated.
 */
@Command(
        name = "benchmark",
        description = "Times forward and forward-backward passes of VGG-16, like a TensorFlow benchmark.",
        sortOptions = false)
public final class BenchmarkCommand implements Callable<Integer> {
    private static final float NOISE_DEVIATION = 0.1f;
    private static final double MEBI = 1024 * 1024;

    private final NetworkType<?> type;

    @Option(
            names = "--batch",
            paramLabel = "<pictures>",
            defaultValue = "32",
            description = "Pictures per batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--burn-in",
            paramLabel = "<count>",
            defaultValue = "10",
            description = "Warm-up steps (default: ${DEFAULT-VALUE}).")
    private int burnIn;

    @Option(
            names = "--steps",
            paramLabel = "<count>",
            defaultValue = "100",
            description = "Timed steps (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "0",
            description = "Seed of weights, images and dropout (default: ${DEFAULT-VALUE}).")
    private long seed;

    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** A benchmark of a network whose loss is a squared error. */
    public BenchmarkCommand(NetworkType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        WholeNumber.require("--batch", batch, 1);
        WholeNumber.require("--burn-in", burnIn, 0);
        WholeNumber.require("--steps", steps, 1);
        StepTimer timer = StepTimer.standard();
        try (NeuralNetwork network = type.initialize(KernelSets.preferred(), Initializer.TENSORFLOW, seed)) {
            requireMemory(network);
            float[] images = noise();
            timer.time("Forward", burnIn, steps, () -> classes(network.logits(images, batch)));
            try (TrainingSteps training = network.steps(batch, seed)) {
                training.load(images, new float[batch * type.classes()]);
                timer.time("Forward-backward", burnIn, steps, () -> {
                    training.forward();
                    training.backward();
                });
            }
        }
        return ExitCode.OK;
    }

    /** Parameters with their gradients, and the larger of the two programs. */
    private void requireMemory(NeuralNetwork network) {
        System.out.printf(
                Locale.ROOT,
                "%s, batches of %d: %.0f MiB of native memory%n",
                type.structure().name(),
                batch,
                nativeBytes(network, batch) / MEBI);
        MemoryCheck.require(type.structure().name(), batch, images -> nativeBytes(network, images));
    }

    private long nativeBytes(NeuralNetwork network, int images) {
        return 2 * Float.BYTES * type.parameters().size()
                + network.boundBytes(Mode.TRAINING, images).total()
                + network.boundBytes(Mode.INFERENCE, images).total();
    }

    private float[] noise() {
        float[] images = new float[Math.multiplyExact(batch, type.images().size())];
        CounterRandom.seeded(seed).fillGaussian(RandomStream.NOISE, 0, images, 0, images.length, 0);
        for (int i = 0; i < images.length; i++) {
            images[i] *= NOISE_DEVIATION;
        }
        return images;
    }

    /** The most probable class of each image: softmax keeps the order of the logits. */
    private int[] classes(float[] logits) {
        int[] classes = new int[batch];
        for (int image = 0; image < batch; image++) {
            int first = image * type.classes();
            for (int k = 1; k < type.classes(); k++) {
                if (logits[first + k] > logits[first + classes[image]]) {
                    classes[image] = k;
                }
            }
        }
        return classes;
    }
}
