package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.Loss;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.SquaredError;

/** {@code loss = share sum over n and k of f(y - t)}, {@code gradOutput = weight share f'(y - t)}: {@link MeanError}, {@link SquaredError}. */
final class ErrorSum extends BatchLoss {
    private final double weight;
    private final double share;
    private final ErrorFunction function;

    private ErrorSum(Loss loss, int batch, double share, ErrorFunction function) {
        super(batch, loss.target());
        this.weight = loss.weight();
        this.share = share;
        this.function = function;
    }

    static ErrorSum mean(MeanError loss, int batch) {
        return new ErrorSum(loss, batch, 1.0 / ((double) batch * loss.target().outputs()), loss.function());
    }

    static ErrorSum squared(SquaredError loss, int batch) {
        return new ErrorSum(loss, batch, loss.factor(), new ErrorFunction.Squared());
    }

    @Override
    double differentiate(float... outputs) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double difference = (double) outputs[i] - targets()[i];
            sum += function.value(difference);
            gradient()[i] = (float) (weight * share * function.derivative(difference));
        }
        return sum * share;
    }
}
