package dev.netwright.operation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Convolution, batch norm with running statistics, and activation, as one operation of an inference program:
 * {@code y = f((b + w * x - runningMean) gamma / sqrt(runningVar + epsilon) + beta)}, in the terms of
 * {@link Convolution} and {@link BatchNorm}.
 *
 * @param convolution the convolution, without an activation
 * @param norm the norm of the convolution's output, without an activation
 * @param function f
 */
public record ConvolutionNorm(Convolution convolution, BatchNorm norm, ActivationFunction function)
        implements Operation {
    @Override
    public String torchType() {
        return convolution.torchType();
    }

    @Override
    public List<Value> inputs() {
        return convolution.inputs();
    }

    @Override
    public Value output() {
        return convolution.output();
    }

    @Override
    public List<ParameterSpec> parameters() {
        return Stream.concat(convolution.parameters().stream(), norm.parameters().stream())
                .toList();
    }

    @Override
    public long multiplyAdds() {
        return convolution.multiplyAdds() + norm.multiplyAdds();
    }

    @Override
    public List<Integer> kernel() {
        return convolution.kernel();
    }

    @Override
    public ReceptiveField receptiveField(ReceptiveField seen) {
        return convolution.receptiveField(seen);
    }

    @Override
    public boolean takesFunction() {
        return true;
    }

    @Override
    public ConvolutionNorm with(ActivationFunction other) {
        return new ConvolutionNorm(convolution, norm, other);
    }

    @Override
    public ConvolutionNorm reading(List<Value> others) {
        return new ConvolutionNorm(convolution.reading(others), norm, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.convolutionNorm(this);
    }

    @Override
    public String words() {
        return convolution.words() + ", " + norm.words();
    }

    /** Fails, because a network lists its layers before any are fused. */
    @Override
    public ListedCall call() {
        throw new IllegalStateException(name() + " is no layer but two of them, fused");
    }
}
