package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.MeanError;
import dev.netwright.runtime.kernel.LossKernel;

/** {@code loss = mean of f(y - t)}. */
final class ReferenceMeanError implements LossKernel {
    private final MeanError loss;
    private final ReferenceValue output;
    private final StepInput step;
    private double value;

    ReferenceMeanError(MeanError loss, ReferenceValue output, StepInput step) {
        this.loss = loss;
        this.output = output;
        this.step = step;
    }

    @Override
    public void forward() {
        value = loss();
    }

    @Override
    public void backward() {
        int numbers = output.shape().size();
        for (int n = 0; n < step.batch(); n++) {
            for (int number = 0; number < numbers; number++) {
                double slope = slope(output.value().get(n, number) - step.target(n, number));
                output.gradient().add(n, number, loss.weight() * slope / (step.batch() * numbers));
            }
        }
    }

    @Override
    public double value() {
        return value;
    }

    private double loss() {
        int numbers = output.shape().size();
        double sum = 0;
        for (int n = 0; n < step.batch(); n++) {
            for (int number = 0; number < numbers; number++) {
                sum += error(output.value().get(n, number) - step.target(n, number));
            }
        }
        return sum / (step.batch() * numbers);
    }

    @Override
    public int correct() {
        return 0;
    }

    private double error(double difference) {
        if (loss.function() instanceof ErrorFunction.Huber huber) {
            double delta = huber.delta();
            return Math.abs(difference) > delta
                    ? delta * Math.abs(difference) - delta * delta / 2
                    : difference * difference / 2;
        }
        return loss.function() instanceof ErrorFunction.Squared ? difference * difference : Math.abs(difference);
    }

    private double slope(double difference) {
        if (loss.function() instanceof ErrorFunction.Huber huber) {
            return Math.abs(difference) > huber.delta() ? Math.signum(difference) * huber.delta() : difference;
        }
        return loss.function() instanceof ErrorFunction.Squared ? 2 * difference : Math.signum(difference);
    }
}
