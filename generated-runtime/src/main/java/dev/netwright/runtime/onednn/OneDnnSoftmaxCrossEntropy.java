package dev.netwright.runtime.onednn;

import dev.netwright.runtime.host.StepClock;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;

/**
 * {@code loss = -mean of log p[label]}, {@code gradLogits = weight (p - onehot) / N}, with
 * {@code p = exp(z - max) / sum of exp(z - max)}: one pass over the logits, which are few, in the calling thread.
 */
final class OneDnnSoftmaxCrossEntropy implements SoftmaxCrossEntropy {
    private final StepClock clock;
    private final int classes;
    private final double scale;
    private final HostedTensor logits;
    private final HostedTensor gradient;
    private final float[] z;
    private final float[] g;
    private double loss;
    private int correct;

    private OneDnnSoftmaxCrossEntropy(
            StepClock clock, int classes, double weight, HostedTensor logits, HostedTensor gradient) {
        this.clock = clock;
        this.classes = classes;
        this.logits = logits;
        this.gradient = gradient;
        scale = weight / clock.batch();
        z = new float[clock.batch() * classes];
        g = new float[z.length];
    }

    /** The loss of an output. */
    static KernelPlan plan(KernelBuilder kernel, OneDnnActivation output, double weight) {
        HostedTensor.Plan logits = HostedTensor.read(kernel, output);
        HostedTensor.Plan gradient = HostedTensor.written(kernel, output);
        kernel.steps();
        return memory -> new OneDnnSoftmaxCrossEntropy(
                kernel.plan().clock(), output.shape().size(), weight, logits.bind(memory), gradient.bind(memory));
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
    public double mean() {
        return loss;
    }

    @Override
    public int correct() {
        return correct;
    }

    /** The row of one image. */
    private void differentiate(int first, int label) {
        int largest = first;
        for (int i = first + 1; i < first + classes; i++) {
            largest = z[i] > z[largest] ? i : largest;
        }
        double sum = 0;
        for (int i = first; i < first + classes; i++) {
            double power = Math.exp((double) z[i] - z[largest]);
            g[i] = (float) power;
            sum += power;
        }
        for (int i = first; i < first + classes; i++) {
            g[i] = (float) (g[i] / sum * scale);
        }
        g[first + label] -= (float) scale;
        loss += Math.log(sum) - ((double) z[first + label] - z[largest]);
        correct += largest == first + label ? 1 : 0;
    }
}
