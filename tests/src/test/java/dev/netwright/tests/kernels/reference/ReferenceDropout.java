package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Dropout;
import dev.netwright.runtime.random.RandomStream;

/** {@link Dropout}; the mask's numbers are drawn in the logical order. */
final class ReferenceDropout extends ReferenceKernel {
    private final float keepProbability;
    private final int stream;
    private final StepInput step;
    private final float[] mask;

    ReferenceDropout(Dropout operation, ReferenceValue input, ReferenceValue output, StepInput step) {
        super(input.as(output.shape()), output);
        keepProbability = (float) (1 - operation.rate());
        stream = RandomStream.dropout(operation.position());
        this.step = step;
        mask = new float[step.batch() * output.shape().size()];
    }

    @Override
    void compute() {
        step.random().fillDropoutMask(stream, step.number(), keepProbability, mask, mask.length);
        int imageSize = output().shape().size();
        for (int i = 0; i < mask.length; i++) {
            double x = input().value().get(i / imageSize, i % imageSize);
            output().value().set(i / imageSize, i % imageSize, x * mask[i]);
        }
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        int imageSize = output().shape().size();
        for (int i = 0; i < mask.length; i++) {
            double g = output().gradient().get(i / imageSize, i % imageSize);
            input().gradient().add(i / imageSize, i % imageSize, g * mask[i]);
        }
    }
}
