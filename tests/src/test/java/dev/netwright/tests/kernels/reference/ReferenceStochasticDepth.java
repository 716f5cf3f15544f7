package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.StochasticDepth;
import dev.netwright.runtime.random.RandomStream;

/** {@link StochasticDepth}, with a number drawn for each image. */
final class ReferenceStochasticDepth extends ReferenceKernel {
    private final float keepProbability;
    private final int stream;
    private final StepInput step;
    private final float[] factors;

    ReferenceStochasticDepth(StochasticDepth operation, ReferenceValue input, ReferenceValue output, StepInput step) {
        super(input.as(output.shape()), output);
        keepProbability = (float) (1 - operation.rate());
        stream = RandomStream.dropout(operation.position());
        this.step = step;
        factors = new float[step.batch()];
    }

    @Override
    void compute() {
        step.random().fillDropoutMask(stream, step.number(), keepProbability, factors, factors.length);
        Tensor x = input().value();
        x.forEach((n, c, h, w) -> output().value().set(n, c, h, w, x.get(n, c, h, w) * factors[n]));
    }

    @Override
    void differentiate() {
        if (input().hasGradient()) {
            Tensor g = output().gradient();
            g.forEach((n, c, h, w) -> input().gradient().add(n, c, h, w, g.get(n, c, h, w) * factors[n]));
        }
    }
}
