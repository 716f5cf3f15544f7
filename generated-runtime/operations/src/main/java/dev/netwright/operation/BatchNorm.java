package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Batch norm and an activation (Ioffe and Szegedy, 2015, algorithms 1 and 2), for each channel c of
 * {@code x[N, C, H, W]}, or each feature of {@code x[N, C]}.
 *
 * <p>Training, with m values in a channel: {@code mean = 1/m sum of x}, {@code var = 1/m sum of (x - mean)^2},
 * {@code xhat = (x - mean) / sqrt(var + epsilon)}, {@code y = f(gamma xhat + beta)}. Forward also updates the running
 * statistics: {@code runningMean = (1 - momentum) runningMean + momentum mean}, and {@code runningVar} likewise with
 * {@code var}, or with {@code var m / (m - 1)} for the unbiased variance.
 *
 * <p>Inference: {@code y = f(gamma (x - runningMean) / sqrt(runningVar + epsilon) + beta)}.
 *
 * <p>Backward, with {@code g = gradOutput f'}: {@code gradBeta = sum of g}, {@code gradGamma = sum of g xhat},
 * {@code gradInput = gamma / sqrt(var + epsilon) (g - gradBeta / m - xhat gradGamma / m)}.
 *
 * @param input x
 * @param output y, of the input's shape
 * @param epsilon the number added to the variance, above 0
 * @param momentum the share of the newest batch in the running statistics, above 0 and at most 1
 * @param runningVariance which variance of a batch enters the running variance
 * @param function f
 */
public record BatchNorm(
        Value input,
        Value output,
        double epsilon,
        double momentum,
        RunningVariance runningVariance,
        ActivationFunction function)
        implements Operation {
    /**
     * A norm without an activation.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param epsilon the number added to the variance, above 0
     * @param momentum the share of the newest batch in the running statistics, above 0 and at most 1
     * @param runningVariance which variance of a batch enters the running variance
     * @return the norm
     */
    public static BatchNorm of(
            String name, Value input, double epsilon, double momentum, RunningVariance runningVariance) {
        return new BatchNorm(input, input.named(name), epsilon, momentum, runningVariance, ActivationFunction.IDENTITY);
    }

    @Override
    public String torchType() {
        return output.isVector() ? "BatchNorm1d" : "BatchNorm2d";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public String parameterPrefix() {
        return NormName.prefix(name());
    }

    @Override
    public List<ParameterSpec> parameters() {
        int channels = output.shape().channels();
        List<ParameterSpec> tensors = new ArrayList<>(ParameterSpec.ofNorm(parameterPrefix(), channels));
        tensors.add(
                ParameterSpec.ofNorm(parameterPrefix() + ".running_mean", ParameterSpec.Role.RUNNING_MEAN, channels));
        tensors.add(ParameterSpec.ofNorm(
                parameterPrefix() + ".running_var", ParameterSpec.Role.RUNNING_VARIANCE, channels));
        return tensors;
    }

    @Override
    public boolean takesFunction() {
        return true;
    }

    @Override
    public BatchNorm with(ActivationFunction other) {
        return new BatchNorm(input, output, epsilon, momentum, runningVariance, other);
    }

    @Override
    public BatchNorm reading(List<Value> others) {
        return new BatchNorm(others.get(0), output, epsilon, momentum, runningVariance, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.batchNorm(this);
    }

    @Override
    public String words() {
        return "norm";
    }

    @Override
    public ListedCall call() {
        return runningVariance == RunningVariance.UNBIASED
                ? ListedCall.of("batchNorm", epsilon, momentum)
                : ListedCall.of("batchNorm", epsilon, momentum, runningVariance);
    }

    /**
     * A norm before its input is known.
     *
     * @param epsilon the number added to the variance, above 0
     * @param momentum the share of the newest batch in the running statistics, above 0 and at most 1
     * @param isUnbiased whether the unbiased variance enters the running variance, instead of the biased one
     */
    public record Form(double epsilon, double momentum, boolean isUnbiased) implements LayerForm {
        @Override
        public BatchNorm at(String name, List<Value> inputs) {
            return of(
                    name,
                    inputs.get(0),
                    epsilon,
                    momentum,
                    isUnbiased ? RunningVariance.UNBIASED : RunningVariance.BIASED);
        }

        @Override
        public String fingerprint() {
            return "batch norm " + FormText.of(epsilon) + " " + FormText.of(momentum)
                    + (isUnbiased ? " unbiased" : " biased");
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "BatchNorm with epsilon "
                    + BigDecimal.valueOf(epsilon).stripTrailingZeros().toPlainString();
        }

        @Override
        public List<ParameterShape> parameters(ShapeBounds input) {
            return ParameterShape.ofNorm(input);
        }

        @Override
        public boolean isNorm() {
            return true;
        }
    }
}
