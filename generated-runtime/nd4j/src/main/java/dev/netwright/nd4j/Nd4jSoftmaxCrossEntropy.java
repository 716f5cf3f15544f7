package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.engine.session.HostArray;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.LossKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;

/**
 * {@code loss = -mean of q log softmax(z)}, {@code gradLogits = weight (exp(log softmax(z)) - q) / N} with the smoothed
 * labels q, with {@code log softmax(z) = z - max - log of sum of exp(z - max)}. ND4J's own operations aren't used: one
 * loss prints its labels and shifts them by 1e-6, and the other, as {@code log_softmax}, is infinite where a
 * probability underflows.
 */
final class Nd4jSoftmaxCrossEntropy implements LossKernel {
    private final StepClock clock;
    private final int classes;
    private final double smoothing;
    private final float[] logProbabilities;
    private final float[] targets;
    private final HostArray logProbabilityArray;
    private final HostArray targetArray;
    private final PreparedStep[] forward;
    private final PreparedStep[] backward;

    Nd4jSoftmaxCrossEntropy(
            Nd4jActivation logits,
            INDArray logProbability,
            INDArray target,
            double weight,
            double smoothing,
            Scratch scratch,
            StepClock clock,
            BackendPolicy policy) {
        this.clock = clock;
        this.smoothing = smoothing;
        classes = logits.shape().size();
        logProbabilities = new float[clock.batch() * classes];
        targets = new float[logProbabilities.length];
        logProbabilityArray = policy.hostArray(logProbability);
        targetArray = policy.hostArray(target);
        forward = logSoftmax(logits.rows(), logProbability, scratch, policy);
        INDArray gradient = logits.gradientRows();
        backward = new PreparedStep[] {
            NativeCall.legacy(new Exp(logProbability, gradient)),
            difference(gradient, target, gradient, policy),
            NativeCall.legacy(new ScalarMultiplication(gradient, null, gradient, weight / clock.batch()))
        };
    }

    /** Floats of scratch: the exponentials, a number for each image, and sums of parts of an image's. */
    static long scratchFloats(int batch, Shape logits) {
        return FlatArray.aligned((long) batch * logits.size())
                + FlatArray.aligned(batch)
                + RowSums.scratchFloats(batch, logits.size());
    }

    @Override
    public void forward() {
        for (PreparedStep step : forward) {
            step.run();
        }
        logProbabilityArray.read(logProbabilities);
    }

    @Override
    public void backward() {
        float share = (float) (smoothing / classes);
        Arrays.fill(targets, share);
        for (int image = 0; image < clock.batch(); image++) {
            if (clock.isShared()) {
                addShares(image * classes);
            } else {
                targets[image * classes + clock.label(image)] = (float) (1 - smoothing) + share;
            }
        }
        targetArray.write(targets, targets.length);
        for (PreparedStep step : backward) {
            step.run();
        }
    }

    @Override
    public double value() {
        double sum = 0;
        for (int image = 0; image < clock.batch(); image++) {
            sum -= (1 - smoothing) * logProbability(image);
        }
        if (smoothing > 0) {
            for (float logProbability : logProbabilities) {
                sum -= smoothing / classes * logProbability;
            }
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

    private void addShares(int first) {
        for (int i = first; i < first + classes; i++) {
            targets[i] += (float) ((1 - smoothing) * clock.share(i));
        }
    }

    /** That of the image's label, or the mean of all by their shares. */
    private double logProbability(int image) {
        if (!clock.isShared()) {
            return logProbabilities[image * classes + clock.label(image)];
        }
        double sum = 0;
        for (int i = image * classes; i < (image + 1) * classes; i++) {
            sum += clock.share(i) == 0 ? 0 : (double) clock.share(i) * logProbabilities[i];
        }
        return sum;
    }

    private static PreparedStep[] logSoftmax(INDArray logits, INDArray target, Scratch scratch, BackendPolicy policy) {
        long images = logits.size(0);
        INDArray exponentials = scratch.view(0, logits.shape());
        long next = FlatArray.aligned(logits.length());
        INDArray perImage = scratch.view(next, images, 1);
        List<PreparedStep> steps = new ArrayList<>(List.of(
                overClasses("reduce_max", logits, perImage, policy),
                difference(logits, perImage, target, policy),
                NativeCall.legacy(new Exp(target, exponentials))));
        steps.addAll(RowSums.of(exponentials, perImage, scratch, next + FlatArray.aligned(images), policy));
        steps.add(NativeCall.legacy(new Log(perImage, perImage)));
        steps.add(difference(target, perImage, target, policy));
        return steps.toArray(PreparedStep[]::new);
    }

    private static PreparedStep overClasses(String reduction, INDArray from, INDArray to, BackendPolicy policy) {
        return NativeCall.of(reduction, policy)
                .inputs(from)
                .outputs(to)
                .integers(1)
                .flags(true)
                .build();
    }

    private static PreparedStep difference(INDArray left, INDArray right, INDArray result, BackendPolicy policy) {
        return NativeCall.of("subtract", policy)
                .inputs(left, right)
                .outputs(result)
                .build();
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
