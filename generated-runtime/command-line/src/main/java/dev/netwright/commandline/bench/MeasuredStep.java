package dev.netwright.commandline.bench;

import dev.netwright.commandline.timing.Durations;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import java.util.OptionalDouble;

/** A kind of step over one batch in memory that records its times. */
sealed interface MeasuredStep extends AutoCloseable {
    /** Runs the step once. */
    void run();

    /** The times of whole steps. */
    Durations whole();

    /** The loss of the last step, if it computes one. */
    OptionalDouble loss();

    @Override
    void close();

    /** Forgets the times so far. */
    default void clear() {
        whole().clear();
    }

    /** A training step; loading and the update are also timed separately. */
    record Training(
            TrainingSteps steps, Runnable load, double rate, Durations whole, Durations loads, Durations updates)
            implements MeasuredStep {
        /** A step with the targets that the network's loss needs. */
        static Training of(NeuralNetwork network, Workload workload, NoiseBatch data, long seed) {
            int batch = workload.batch();
            TrainingSteps steps = network.steps(batch, seed);
            float[] outputs = new float
                    [network.type().isClassifier()
                            ? 0
                            : batch * network.type().target().values()];
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

    /** Inference, from images in Java's memory to logits there. */
    record Inference(NeuralNetwork network, NoiseBatch data, int batch, Durations whole) implements MeasuredStep {
        static Inference of(NeuralNetwork network, NoiseBatch data, int batch) {
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
            // The network keeps the memory of its forward passes until it is closed.
        }
    }
}
