package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.SquaredError;
import dev.netwright.runtime.kernel.LossKernel;

/** {@link SquaredError}. */
final class ReferenceSquaredError implements LossKernel {
    private final ReferenceValue output;
    private final Tensor difference;
    private final double factor;
    private final StepInput step;
    private double sum;

    ReferenceSquaredError(SquaredError loss, ReferenceValue output, StepInput step) {
        this.output = output;
        difference = new Tensor(step.batch(), output.shape());
        factor = loss.factor();
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
                output.gradient().add(n, number, 2 * factor * difference.get(n, number));
            }
        }
    }

    @Override
    public double value() {
        return sum;
    }

    /** Targets aren't classes. */
    @Override
    public int correct() {
        return 0;
    }
}
