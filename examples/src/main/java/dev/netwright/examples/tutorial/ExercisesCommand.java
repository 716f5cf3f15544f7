package dev.netwright.examples.tutorial;

import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The exercise of d2l.ai, section "Learning a kernel": from a picture of 6x8 pixels whose columns 2 to 5 are black, and its
 * edges, ten steps of gradient descent at a rate of 0.03 find the kernel (1, -1) that finds edges.
 */
@Command(name = "exercises", description = "Learns an edge detector's kernel in ten steps, like d2l.ai.")
public final class ExercisesCommand implements Runnable {
    private static final int STEPS = 10;
    private static final double RATE = 3e-2;
    private static final int ROWS = 6;
    private static final int COLUMNS = 8;
    private static final int FIRST_BLACK = 2;
    private static final int LAST_BLACK = 5;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "0",
            description = "Seed of the initial kernel (default: ${DEFAULT-VALUE}).")
    private long seed;

    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Override
    public void run() {
        float[] picture = picture();
        float[] edges = edges(picture);
        try (NeuralNetwork network = EdgeDetector.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, seed);
                TrainingSteps steps = network.steps(1, seed)) {
            for (int step = 1; step <= STEPS; step++) {
                steps.load(picture, edges);
                steps.forward();
                steps.backward();
                if (step % 2 == 0) {
                    System.out.printf(Locale.ROOT, "epoch %d, loss %.3f%n", step, steps.loss());
                }
                steps.update(RATE);
            }
            float[] kernel = network.parameter("edges.weight");
            System.out.printf(Locale.ROOT, "kernel [%.4f, %.4f]%n", kernel[0], kernel[1]);
        }
    }

    private static float[] picture() {
        float[] pixels = new float[ROWS * COLUMNS];
        for (int i = 0; i < pixels.length; i++) {
            int column = i % COLUMNS;
            pixels[i] = column >= FIRST_BLACK && column <= LAST_BLACK ? 0 : 1;
        }
        return pixels;
    }

    /** Each pixel less the one right of it. */
    private static float[] edges(float[] picture) {
        float[] edges = new float[ROWS * (COLUMNS - 1)];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS - 1; column++) {
                int pixel = row * COLUMNS + column;
                edges[row * (COLUMNS - 1) + column] = picture[pixel] - picture[pixel + 1];
            }
        }
        return edges;
    }
}
