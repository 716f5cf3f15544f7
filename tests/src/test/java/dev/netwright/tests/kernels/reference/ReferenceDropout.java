package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.random.RandomStream;

/** {@link Dropout}; the mask's numbers are drawn in the logical order. */
final class ReferenceDropout extends ReferenceKernel implements Dropout {
    private final float keepProbability;
    private final int stream;
    private final Tensor mask;
    private final StepInput step;

    ReferenceDropout(
            String layer,
            Mode mode,
            ReferenceActivation input,
            ReferenceActivation output,
            double rate,
            int position,
            Tensor mask,
            StepInput step) {
        super(layer, mode, input.as(output.shape()), output);
        keepProbability = (float) (1 - rate);
        stream = RandomStream.dropout(position);
        this.mask = mask;
        this.step = step;
    }

    @Override
    public void forward() {
        int imageSize = mask.imageSize();
        float[] drawn = new float[mask.batch() * imageSize];
        step.random().fillDropoutMask(stream, step.number(), keepProbability, drawn, drawn.length);
        for (int i = 0; i < drawn.length; i++) {
            mask.set(i / imageSize, i % imageSize, drawn[i]);
        }
        writeMasked(input().value(), output().value());
    }

    @Override
    void differentiate() {
        if (input().hasGradient()) {
            writeMasked(output().gradient(), input().gradient());
        }
    }

    /** Reads everything first: in place, an image that becomes a vector has its values elsewhere. */
    private void writeMasked(Tensor source, Tensor target) {
        double[] products = new double[mask.batch() * mask.imageSize()];
        for (int i = 0; i < products.length; i++) {
            int n = i / mask.imageSize();
            int number = i % mask.imageSize();
            products[i] = source.get(n, number) * mask.get(n, number);
        }
        for (int i = 0; i < products.length; i++) {
            target.set(i / mask.imageSize(), i % mask.imageSize(), products[i]);
        }
    }

    @Override
    boolean readsOutput() {
        return false;
    }
}
