package dev.netwright.onednn.kernel;

import dev.netwright.runtime.engine.session.LossTargets;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.LossKernel;

/**
 * {@code loss = -mean of q log p}, {@code gradLogits = weight (p - q) / N} with the smoothed labels q and
 * {@code p = exp(z - max) / sum of exp(z - max)}: one pass over the logits, which are few, in the calling thread.
 */
public final class OneDnnSoftmaxCrossEntropy implements LossKernel {
    private final StepClock clock;
    private final int classes;
    private final double smoothing;
    private final double scale;
    private final HostedTensor logits;
    private final HostedTensor gradient;
    private final float[] z;
    private final float[] g;
    private double loss;
    private int correct;

    private OneDnnSoftmaxCrossEntropy(
            StepClock clock, int classes, double weight, double smoothing, HostedTensor logits, HostedTensor gradient) {
        this.clock = clock;
        this.classes = classes;
        this.smoothing = smoothing;
        this.logits = logits;
        this.gradient = gradient;
        scale = weight / clock.batch();
        z = new float[clock.batch() * classes];
        g = new float[z.length];
    }

    /** The loss of an output. */
    static LossPlan plan(KernelBuilder kernel, OneDnnActivation output, double weight) {
        HostedTensor.Plan logits = HostedTensor.read(kernel, output);
        HostedTensor.Plan gradient = HostedTensor.written(kernel, output);
        kernel.steps();
        int classes = output.shape().size();
        return new LossPlan(
                kernel.name(),
                new LossTargets.Labels(classes),
                memory -> new OneDnnSoftmaxCrossEntropy(
                        kernel.plan().clock(),
                        classes,
                        weight,
                        kernel.plan().options().labelSmoothing(),
                        logits.bind(memory),
                        gradient.bind(memory)));
    }

    @Override
    public void forward() {
        logits.read(z);
        loss = 0;
        correct = 0;
        for (int image = 0; image < clock.batch(); image++) {
            differentiate(image * classes, clock.label(image));
        }
        loss /= clock.batch();
    }

    @Override
    public void backward() {
        gradient.write(g);
    }

    @Override
    public double value() {
        return loss;
    }

    @Override
    public int correct() {
        return correct;
    }

    /** Takes a label out of the gradient; returns the distance of its logit from the largest. */
    private double ofLabel(int first, int largest, int label) {
        g[first + label] -= (float) ((1 - smoothing) * scale);
        return (double) z[largest] - z[first + label];
    }

    /** The same for each class by its share. */
    private double ofShares(int first, int largest) {
        double distance = 0;
        for (int i = first; i < first + classes; i++) {
            double share = clock.share(i);
            g[i] -= (float) ((1 - smoothing) * share * scale);
            // A class without a share may have a logit of minus infinity.
            distance += share == 0 ? 0 : share * ((double) z[largest] - z[i]);
        }
        return distance;
    }

    /** The row of one image. */
    private void differentiate(int first, int label) {
        int largest = first;
        for (int i = first + 1; i < first + classes; i++) {
            largest = z[i] > z[largest] ? i : largest;
        }
        double sum = 0;
        double distances = 0;
        for (int i = first; i < first + classes; i++) {
            double power = Math.exp((double) z[i] - z[largest]);
            g[i] = (float) power;
            sum += power;
            distances += (double) z[largest] - z[i];
        }
        for (int i = first; i < first + classes; i++) {
            g[i] = (float) ((g[i] / sum - smoothing / classes) * scale);
        }
        double ofLabel = clock.isShared() ? ofShares(first, largest) : ofLabel(first, largest, label);
        double ofAll = smoothing == 0 ? 0 : smoothing * distances / classes;
        loss += Math.log(sum) + (1 - smoothing) * ofLabel + ofAll;
        correct += largest == first + label ? 1 : 0;
    }
}
