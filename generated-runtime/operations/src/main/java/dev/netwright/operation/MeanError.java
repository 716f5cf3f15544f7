package dev.netwright.operation;

/**
 * Mean error of an output {@code y[N, K]} against targets {@code t[N, K]}: {@code loss = 1/(N K) sum over n and k of f(y - t)}, the mean
 * over images and numbers, as in PyTorch's {@code MSELoss}, {@code L1Loss} and {@code HuberLoss}.
 *
 * <p>Backward: {@code gradOutput = weight f'(y - t) / (N K)}.
 *
 * @param name the loss's name, unique in the network
 * @param output y
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 * @param function f
 */
public record MeanError(String name, Value output, double weight, ErrorFunction function) implements Loss {
    @Override
    public Target target() {
        return new Target.Numbers(output.shape().size());
    }

    @Override
    public MeanError of(Value other) {
        return new MeanError(name, other, weight, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.meanError(this);
    }

    /**
     * The loss by its numbers alone.
     *
     * @param function f
     */
    public record Form(ErrorFunction function) implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new MeanError(name, output, weight, function);
        }

        @Override
        public String fingerprint() {
            if (function instanceof ErrorFunction.Huber huber) {
                return "HUBER " + Double.toHexString(huber.delta());
            }
            return function instanceof ErrorFunction.Squared ? "MEAN_SQUARED_ERROR" : "MEAN_ABSOLUTE_ERROR";
        }
    }
}
