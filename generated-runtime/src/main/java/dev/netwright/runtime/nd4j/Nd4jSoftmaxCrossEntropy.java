package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/**
 * {@code loss = -mean of log softmax(z)[label]}, {@code gradLogits = (exp(log softmax(z)) - onehot) / N}. ND4J's own losses aren't
 * used: one prints its labels and shifts them by 1e-6, the other is infinite where a probability underflows.
 */
final class Nd4jSoftmaxCrossEntropy implements SoftmaxCrossEntropy {
    private final StepClock clock;
    private final int classes;
    private final float[] logProbabilities;
    private final float[] oneHot;
    private final HostArray logProbabilityArray;
    private final HostArray oneHotArray;
    private final PreparedStep forward;
    private final PreparedStep[] backward;

    Nd4jSoftmaxCrossEntropy(
            Nd4jActivation logits, INDArray logProbability, INDArray target, StepClock clock, BackendPolicy policy) {
        this.clock = clock;
        classes = logits.shape().size();
        logProbabilities = new float[clock.batch() * classes];
        oneHot = new float[logProbabilities.length];
        logProbabilityArray = policy.hostArray(logProbability);
        oneHotArray = policy.hostArray(target);
        forward = NativeCall.of("log_softmax", policy)
                .inputs(logits.rows())
                .outputs(logProbability)
                .integers(1)
                .build();
        INDArray gradient = logits.gradientRows();
        backward = new PreparedStep[] {
            NativeCall.legacy(new Exp(logProbability, gradient)),
            NativeCall.of("subtract", policy)
                    .inputs(gradient, target)
                    .outputs(gradient)
                    .build(),
            NativeCall.legacy(new ScalarMultiplication(gradient, null, gradient, 1.0 / clock.batch()))
        };
    }

    @Override
    public void forward() {
        forward.run();
        logProbabilityArray.read(logProbabilities);
    }

    @Override
    public void backward() {
        Arrays.fill(oneHot, 0);
        for (int image = 0; image < clock.batch(); image++) {
            oneHot[image * classes + clock.label(image)] = 1;
        }
        oneHotArray.write(oneHot, oneHot.length);
        for (PreparedStep step : backward) {
            step.run();
        }
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int image = 0; image < clock.batch(); image++) {
            sum -= logProbabilities[image * classes + clock.label(image)];
        }
        return sum / clock.batch();
    }

    @Override
    public int correct() {
        int correct = 0;
        for (int image = 0; image < clock.batch(); image++) {
            correct += largest(image) == clock.label(image) ? 1 : 0;
        }
        return correct;
    }

    private int largest(int image) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (logProbabilities[image * classes + k] > logProbabilities[image * classes + best]) {
                best = k;
            }
        }
        return best;
    }
}
