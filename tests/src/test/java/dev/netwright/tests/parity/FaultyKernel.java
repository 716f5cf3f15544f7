package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import java.util.List;

/** A kernel with a fault before or behind it. */
final class FaultyKernel
        implements AddActivation,
                Concat,
                ConvBiasActivation,
                ConvNormActivation,
                Dropout,
                ElementwiseActivation,
                Linear,
                LocalResponseNorm,
                NormActivation,
                Pool,
                SoftmaxCrossEntropy,
                SquaredError {
    private final String kind;
    private final String layer;
    private final Kernel right;
    private final TensorAccess output;
    private final List<TensorAccess> inputs;
    private final InjectedFaults faults;

    /**
     * The kernel with no fault but those that are injected.
     *
     * @param kind program and kind of kernel
     * @param layer tells it from others of its kind
     */
    FaultyKernel(
            String kind,
            String layer,
            Kernel right,
            TensorAccess output,
            List<TensorAccess> inputs,
            InjectedFaults faults) {
        this.kind = kind;
        this.layer = layer;
        this.right = right;
        this.output = output;
        this.inputs = inputs;
        this.faults = faults;
    }

    @Override
    public void forward() {
        right.forward();
        if (!isLoss() && faults.isIn(kind + ", output", layer)) {
            output.multiplyValue(faults.factor());
        }
    }

    @Override
    public void backward() {
        List<Runnable> injections = inputs.stream()
                .filter(TensorAccess::hasGradient)
                .filter(input -> faults.isIn(kind + ", gradient of an input", layer + " " + inputs.indexOf(input)))
                .map(input -> input.multiplyWhatIsAdded(faults.factor()))
                .toList();
        right.backward();
        injections.forEach(Runnable::run);
    }

    @Override
    public double mean() {
        double mean = ((SoftmaxCrossEntropy) right).mean();
        return faults.isIn(kind + ", loss", layer) ? mean * faults.factor() : mean;
    }

    @Override
    public int correct() {
        return ((SoftmaxCrossEntropy) right).correct();
    }

    @Override
    public double sum() {
        double sum = ((SquaredError) right).sum();
        return faults.isIn(kind + ", loss", layer) ? sum * faults.factor() : sum;
    }

    private boolean isLoss() {
        return right instanceof SoftmaxCrossEntropy || right instanceof SquaredError;
    }
}
