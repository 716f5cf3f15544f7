package dev.netwright.operation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Convolution, batch norm with running statistics and activation, in inference programs alone:
 * {@code y = f((b + w * x - runningMean) gamma / sqrt(runningVar + epsilon) + beta)}, with the convolution of
 * {@link Convolution} and the numbers of {@link BatchNorm}.
 *
 * @param convolution without a function
 * @param norm of the convolution's output
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

    /** A network's layers are listed before anything is fused. */
    @Override
    public ListedCall call() {
        throw new IllegalStateException(name() + " is no layer but two of them, fused");
    }
}
