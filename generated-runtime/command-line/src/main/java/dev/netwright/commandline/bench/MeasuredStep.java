package dev.netwright.commandline.bench;

import dev.netwright.commandline.timing.Durations;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.TrainingSteps;
import java.util.OptionalDouble;

/** One kind of step over one batch in memory, which writes down how long it took. */
sealed interface MeasuredStep extends AutoCloseable {
    /** Runs it once more. */
    void run();

    /** Whole steps. */
    Durations whole();

    /** The loss that the last one computed, if it has any. */
    OptionalDouble loss();

    @Override
    void close();

    /** Forgets the steps so far. */
    default void clear() {
        whole().clear();
    }

    /** A training step; its ends have times of their own. */
    record Training(
            TrainingSteps steps, Runnable load, double rate, Durations whole, Durations loads, Durations updates)
            implements MeasuredStep {
        /** A step with whatever the network's loss wants as targets. */
        static Training of(Network network, Workload workload, NoiseBatch data, long seed) {
            int batch = workload.batch();
            TrainingSteps steps = network.steps(batch, seed);
            float[] outputs = new float
                    [network.type().isClassifier() ? 0 : batch * network.type().classes()];
            Runnable load = network.type().isClassifier()
                    ? () -> steps.load(data.images(), data.labels())
                    : () -> steps.load(data.images(), outputs);
            return new Training(steps, load, workload.rate(), new Durations(), new Durations(), new Durations());
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            load.run();
            long loaded = System.nanoTime();
            steps.forward();
            steps.backward();
            long differentiated = System.nanoTime();
            steps.update(rate);
            long end = System.nanoTime();
            whole.add(end - begin);
            loads.add(loaded - begin);
            updates.add(end - differentiated);
        }

        @Override
        public OptionalDouble loss() {
            return OptionalDouble.of(steps.loss());
        }

        @Override
        public void clear() {
            whole.clear();
            loads.clear();
            updates.clear();
        }

        @Override
        public void close() {
            steps.close();
        }
    }

    /** From images in Java's memory to logits there. */
    record Inference(Network network, NoiseBatch data, int batch, Durations whole) implements MeasuredStep {
        static Inference of(Network network, NoiseBatch data, int batch) {
            return new Inference(network, data, batch, new Durations());
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            network.logits(data.images(), batch);
            whole.add(System.nanoTime() - begin);
        }

        @Override
        public OptionalDouble loss() {
            return OptionalDouble.empty();
        }

        @Override
        public void close() {
            // The network keeps the memory of its forward passes until it is closed itself.
        }
    }
}
