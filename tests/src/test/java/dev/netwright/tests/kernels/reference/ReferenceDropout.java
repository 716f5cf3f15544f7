package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.Mode;
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
        super(layer, mode, input, output);
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
            int n = i / imageSize;
            int number = i % imageSize;
            mask.set(n, number, drawn[i]);
            output().value().set(n, number, input().value().get(n, number) * drawn[i]);
        }
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        for (int n = 0; n < mask.batch(); n++) {
            for (int number = 0; number < mask.imageSize(); number++) {
                double gradient = output().gradient().get(n, number);
                input().gradient().set(n, number, gradient * mask.get(n, number));
            }
        }
    }

    @Override
    boolean readsOutput() {
        return false;
    }
}
