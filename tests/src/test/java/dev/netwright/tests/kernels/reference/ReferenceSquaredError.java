package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.SquaredError;

/** {@link SquaredError}. */
final class ReferenceSquaredError implements SquaredError {
    private final ReferenceActivation output;
    private final Tensor difference;
    private final double factor;
    private final StepInput step;
    private double sum;

    ReferenceSquaredError(ReferenceActivation output, Tensor difference, double factor, StepInput step) {
        this.output = output;
        this.difference = difference;
        this.factor = factor;
        this.step = step;
    }

    @Override
    public void forward() {
        sum = 0;
        for (int n = 0; n < step.batch(); n++) {
            for (int number = 0; number < difference.imageSize(); number++) {
                difference.set(n, number, output.value().get(n, number) - step.target(n, number));
                sum += factor * difference.get(n, number) * difference.get(n, number);
            }
        }
    }

    @Override
    public void backward() {
        for (int n = 0; n < step.batch(); n++) {
            for (int number = 0; number < difference.imageSize(); number++) {
                output.gradient().set(n, number, 2 * factor * difference.get(n, number));
            }
        }
    }

    @Override
    public double sum() {
        return sum;
    }
}
