package dev.netwright.runtime.tuning;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.tuning.LearningRateSweep.Tried;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The learning rate range test (Smith, 2017, "Cyclical Learning Rates for Training Neural Networks", section 3.3). The
 * rate grows by a constant factor per step from {@value #LEAST} to {@value #MOST}, until the loss diverges.
 *
 * <p>The loss is smoothed by a moving average, {@code a = 0.9 a + 0.1 loss}, divided by {@code 1 - 0.9^t}. The sweep
 * ends when the smoothed loss exceeds four times its minimum. The suggested rate is where the loss falls most steeply
 * over the logarithm of the rate.
 */
public final class LearningRateFinder {
    private static final double LEAST = 1e-6;
    private static final double MOST = 10;
    private static final int STEPS = 100;
    private static final double SMOOTHING = 0.9;
    private static final double DIVERGED = 4;

    private LearningRateFinder() {}

    /**
     * Trains a new network for at most 100 steps, with full batches and as many epochs as needed.
     *
     * @param type the network
     * @param data training images
     * @param training options that supply the optimizer, batch size, initial values, seed and kernels; clipping,
     *     coupled weight decay, label smoothing and the schedule aren't used
     * @return rates and losses of all steps
     * @throws IllegalArgumentException if the images don't fit the network, or are fewer than a batch
     */
    public static LearningRateSweep sweep(NetworkType<?> type, Dataset data, Training training) {
        if (data.size() < training.batch()) {
            throw new IllegalArgumentException("a sweep needs full batches: expected at least " + training.batch()
                    + " images, found " + data.size() + "; choose a smaller batch");
        }
        try (NeuralNetwork network = type.initialize(
                        training.kernels().orElseGet(KernelSets::preferred), training.initializer(), training.seed());
                TrainingSteps steps =
                        network.steps(training.batch(), training.optimizer().rule(), training.seed());
                BatchLoader loader = BatchLoader.open(
                        data,
                        Loading.forTraining(training.batch(), training.seed()).tail(BatchLoader.Tail.DROP))) {
            return swept(steps, loader, data);
        }
    }

    private static LearningRateSweep swept(TrainingSteps steps, BatchLoader loader, Dataset data) {
        List<Tried> tried = new ArrayList<>();
        double average = 0;
        double least = Double.POSITIVE_INFINITY;
        Iterator<Batch> batches = loader.epoch(0).iterator();
        for (int step = 0, epoch = 1; step < STEPS; step++) {
            if (!batches.hasNext()) {
                batches = loader.epoch(epoch++).iterator();
            }
            Batch batch = batches.next();
            if (data.target() instanceof Target.OneClass) {
                steps.load(batch.images(), batch.labels());
            } else {
                steps.load(batch.images(), batch.targets());
            }
            steps.forward();
            double loss = steps.loss();
            average = SMOOTHING * average + (1 - SMOOTHING) * loss;
            double smoothed = average / (1 - Math.pow(SMOOTHING, step + 1));
            least = Math.min(least, smoothed);
            if (!(smoothed <= DIVERGED * least)) {
                break;
            }
            double rate = LEAST * Math.pow(MOST / LEAST, step / (STEPS - 1.0));
            tried.add(new Tried(rate, loss, smoothed));
            steps.backward();
            steps.update(rate);
        }
        return new LearningRateSweep(tried);
    }
}
