package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.OneDnnParameters;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import dev.netwright.runtime.kernel.Parameter;
import org.bytedeco.javacpp.FloatPointer;

/** {@code running = (1 - momentum) running + momentum batch}, for a norm's mean and variance. */
public final class RunningStatistics implements Step {
    private final FloatPointer batch;
    private final FloatPointer running;
    private final float momentum;
    private final float correction;
    private final float[] batchValues;
    private final float[] runningValues;

    /** One of the two statistics; {@code correction} is what a batch's is multiplied with. */
    private RunningStatistics(
            FloatPointer batch, FloatPointer running, int channels, double momentum, double correction) {
        this.batch = batch;
        this.running = running;
        this.momentum = (float) momentum;
        this.correction = (float) correction;
        batchValues = new float[channels];
        runningValues = new float[channels];
    }

    /**
     * Both statistics of a norm.
     *
     * @param values of each channel in a batch
     * @param unbiased whether the variance is kept as the sum of squares divided by {@code values - 1}
     */
    static PlannedStep plan(
            KernelBuilder kernel, Tensor mean, Tensor variance, long values, double momentum, boolean unbiased) {
        OneDnnParameters parameters = kernel.parameters();
        Parameter runningMean = parameters.table().runningMean(kernel.layer());
        Parameter runningVariance = parameters.table().runningVariance(kernel.layer());
        double correction = unbiased ? values / (values - 1.0) : 1;
        return memory -> {
            Step first = bind(memory, mean, parameters.value(runningMean), momentum, 1);
            Step second = bind(memory, variance, parameters.value(runningVariance), momentum, correction);
            return () -> {
                first.run();
                second.run();
                parameters.changed();
            };
        };
    }

    private static RunningStatistics bind(
            BindingMemory memory, Tensor batch, Tensor running, double momentum, double correction) {
        int channels = Math.toIntExact(batch.layout().dimensions()[0]);
        return new RunningStatistics(
                new FloatPointer(batch.place().in(memory)),
                new FloatPointer(running.place().in(memory)),
                channels,
                momentum,
                correction);
    }

    @Override
    public void run() {
        batch.get(batchValues);
        running.get(runningValues);
        for (int c = 0; c < batchValues.length; c++) {
            runningValues[c] += momentum * (correction * batchValues[c] - runningValues[c]);
        }
        running.put(runningValues);
    }
}
