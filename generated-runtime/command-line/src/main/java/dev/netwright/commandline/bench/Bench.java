package dev.netwright.commandline.bench;

import dev.netwright.commandline.bench.Measurement.Ends;
import dev.netwright.commandline.bench.Measurement.Losses;
import dev.netwright.commandline.bench.Measurement.Times;
import dev.netwright.commandline.timing.Durations;
import dev.netwright.commandline.timing.LayerTimes;
import dev.netwright.commandline.timing.TimedKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.ThreadCount;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.MemoryCheck;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Repeats steps of workloads with one kernel set.
 *
 * @param kernels the kernel set
 * @param pace number of warm-up steps and timed steps
 * @param seed seed of weights, images, labels and dropout masks
 */
public record Bench(KernelSet kernels, Pace pace, long seed) {
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Times whole steps.
     *
     * @param stated the workload with its usual batch size
     * @param mode the kind of step
     * @return the measurement
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if a step needs more memory than the machine
     *     has
     */
    public Measurement measure(Workload stated, StepMode mode) {
        Workload workload = stated.withBatch(mode.batch(stated.batch()));
        NoiseBatch data = NoiseBatch.of(workload.type(), workload.batch(), seed);
        long begin = System.nanoTime();
        try (NeuralNetwork network = workload.type().initialize(kernels, Initializer.PYTORCH, seed);
                MeasuredStep step = open(network, workload, mode, data)) {
            double setup = secondsSince(begin);
            Paced paced = repeat(step);
            return new Measurement(
                    workload,
                    mode,
                    kernels.name(),
                    kernels.device(),
                    ThreadCount.present().threads(),
                    times(step.whole()),
                    ends(step),
                    losses(paced.firstLoss(), step.loss()),
                    paced.warmups(),
                    setup,
                    ThisProcess.peakMebibytes());
        }
    }

    /**
     * Times each layer, in separate steps.
     *
     * @param stated the workload with its usual batch size
     * @param mode the kind of step
     * @return the times of all layers
     */
    public LayerProfile profile(Workload stated, StepMode mode) {
        Workload workload = stated.withBatch(mode.batch(stated.batch()));
        NoiseBatch data = NoiseBatch.of(workload.type(), workload.batch(), seed);
        LayerTimes times = new LayerTimes();
        KernelSet timed = new TimedKernelSet(kernels, times);
        try (NeuralNetwork network = workload.type().initialize(timed, Initializer.PYTORCH, seed);
                MeasuredStep step = open(network, workload, mode, data)) {
            new Bench(timed, pace, seed).repeat(step, times);
            return LayerProfile.of(workload.type().structure(), workload.batch(), step, times);
        }
    }

    /** Results of the warm-up steps. */
    private record Paced(OptionalDouble firstLoss, int warmups) {}

    private Paced repeat(MeasuredStep step) {
        return repeat(step, new LayerTimes());
    }

    private Paced repeat(MeasuredStep step, LayerTimes layers) {
        step.run();
        OptionalDouble firstLoss = step.loss();
        int warmups = 1;
        long begin = System.nanoTime();
        while (!pace.isWarm(warmups, secondsSince(begin))) {
            step.run();
            warmups++;
        }
        step.clear();
        layers.clear();
        begin = System.nanoTime();
        do {
            step.run();
        } while (!pace.isDone(step.whole().count(), secondsSince(begin)));
        return new Paced(firstLoss, warmups);
    }

    private MeasuredStep open(NeuralNetwork network, Workload workload, StepMode mode, NoiseBatch data) {
        requireMemory(network, workload, mode == StepMode.TRAIN ? Mode.TRAINING : Mode.INFERENCE);
        return mode == StepMode.TRAIN
                ? MeasuredStep.Training.of(network, workload, data, seed)
                : MeasuredStep.Inference.of(network, data, workload.batch());
    }

    /** Checks the memory of parameters (and gradients in training) and of the program. */
    private static void requireMemory(NeuralNetwork network, Workload workload, Mode mode) {
        NetworkType<?> type = network.type();
        long vectors = mode == Mode.TRAINING ? 2 : 1;
        MemoryCheck.require(
                type.structure().name(),
                workload.batch(),
                images -> vectors * Float.BYTES * type.parameters().size()
                        + network.boundBytes(mode, images).total());
    }

    private static Times times(Durations whole) {
        return new Times(
                whole.medianMillis(),
                whole.leastMillis(),
                whole.mostMillis(),
                whole.ninthDecileMillis(),
                whole.count());
    }

    private static Optional<Ends> ends(MeasuredStep step) {
        return step instanceof MeasuredStep.Training training
                ? Optional.of(new Ends(
                        training.loads().medianMillis(), training.updates().medianMillis()))
                : Optional.empty();
    }

    private static Optional<Losses> losses(OptionalDouble first, OptionalDouble last) {
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Losses(first.getAsDouble(), last.getAsDouble()))
                : Optional.empty();
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
}
