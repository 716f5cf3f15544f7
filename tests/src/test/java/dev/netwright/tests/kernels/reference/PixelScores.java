package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Target;

/** The scores of pixels, whose classes are the step's targets. */
final class PixelScores {
    private final Target.PerPixel target;
    private final ReferenceValue logits;
    private final StepInput step;

    PixelScores(Target.PerPixel target, ReferenceValue logits, StepInput step) {
        this.target = target;
        this.logits = logits;
        this.step = step;
    }

    int images() {
        return step.batch();
    }

    int pixels() {
        return target.pixels();
    }

    int classes() {
        return target.classes();
    }

    boolean counts(int n, int pixel) {
        return step.target(n, pixel) != Target.PerPixel.IGNORED;
    }

    int label(int n, int pixel) {
        return (int) step.target(n, pixel);
    }

    double probability(int n, int k, int pixel) {
        double sum = 0;
        for (int other = 0; other < classes(); other++) {
            sum += Math.exp(logits.value().get(n, other * pixels() + pixel));
        }
        return Math.exp(logits.value().get(n, k * pixels() + pixel)) / sum;
    }

    void add(int n, int k, int pixel, double slope) {
        logits.gradient().add(n, k * pixels() + pixel, slope);
    }
}
