package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Does everything that a run does, with two batches for training and two for evaluation. */
final class DryRunner implements TrainingListener {
    private static final int BATCHES = 2;
    private static final double NANOS = 1e9;

    private long steppedAt;
    private long lastStepNanos;

    private DryRunner() {}

    static DryRun of(NetworkType<?> type, Dataset data, Training training) {
        DryRunner timer = new DryRunner();
        Dataset few = data.first(Math.min(data.size(), BATCHES * training.imagesPerStep()));
        Training tried = training.rehearsal(BATCHES * training.batch()).listener(timer);
        try (NeuralNetwork network = type.train(few, tried)) {
            double testSeconds = (System.nanoTime() - timer.steppedAt) / NANOS;
            double pace = timer.lastStepNanos / NANOS / Math.min(few.size(), training.imagesPerStep());
            double testPace =
                    tried.test().map(test -> testSeconds / test.size()).orElse(0.0);
            double seconds = pace * data.size()
                    + testPace * training.test().map(Dataset::size).orElse(0);
            return new DryRun(seconds, saved(network, few));
        }
    }

    /** Saves and loads the network, and compares how both classify an image. */
    private static long saved(NeuralNetwork network, Dataset data) {
        float[] image = new float[data.format().values()];
        data.read(0, image, 0);
        try {
            Path file = Files.createTempFile("netwright-dry-run", ".safetensors");
            try {
                network.save(file);
                try (NeuralNetwork loaded = network.type().load(file)) {
                    if (!Arrays.equals(loaded.logits(image, 1), network.logits(image, 1))) {
                        throw new IllegalStateException(network.type().name()
                                + " that was saved and loaded predicts otherwise than before; please report this");
                    }
                }
                return Files.size(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a dry run writes a file into the folder for temporary ones: " + e, e);
        }
    }

    @Override
    public void stepped(StepEnd step) {
        long now = System.nanoTime();
        lastStepNanos = steppedAt == 0 ? 0 : now - steppedAt;
        steppedAt = now;
    }
}
