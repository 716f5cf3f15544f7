package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.HeapArray;
import dev.netwright.runtime.engine.session.LossTargets;
import dev.netwright.runtime.kernel.LossKernel;

/** {@code loss = factor sum of (y - t)^2}, summed in double by the calling thread; {@code gradOutput = 2 factor (y - t)}. */
public final class OneDnnSquaredError implements LossKernel {
    private final double factor;
    private final float[] targets;
    private final float[] differences;
    private final float[] scaled;
    private final HostedTensor output;
    private final HostedTensor gradient;

    private OneDnnSquaredError(double factor, float[] targets, HostedTensor output, HostedTensor gradient) {
        this.factor = factor;
        this.targets = targets;
        this.output = output;
        this.gradient = gradient;
        differences = new float[targets.length];
        scaled = new float[targets.length];
    }

    /** The loss of an output. */
    static LossPlan plan(KernelBuilder kernel, OneDnnActivation output, double factor) {
        HostedTensor.Plan values = HostedTensor.read(kernel, output);
        HostedTensor.Plan gradient = HostedTensor.written(kernel, output);
        kernel.steps();
        int size = output.shape().size();
        float[] targets = new float[kernel.batch() * size];
        return new LossPlan(
                kernel.name(),
                new LossTargets.Values(new HeapArray(targets), size),
                memory -> new OneDnnSquaredError(factor, targets, values.bind(memory), gradient.bind(memory)));
    }

    @Override
    public void forward() {
        output.read(differences);
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= targets[i];
        }
    }

    @Override
    public void backward() {

        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (2 * factor * differences[i]);
        }
        gradient.write(scaled);
    }

    @Override
    public double value() {
        double sum = 0;
        for (float difference : differences) {
            sum += (double) difference * difference;
        }
        return factor * sum;
    }

    @Override
    public int correct() {
        return 0;
    }
}
