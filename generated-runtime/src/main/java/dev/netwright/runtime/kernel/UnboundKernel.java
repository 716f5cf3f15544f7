package dev.netwright.runtime.kernel;

/** Stands for every kernel of a binding's first pass, which only measures: it can't run. */
public final class UnboundKernel
        implements AddActivation,
                Concat,
                ConvBiasActivation,
                ConvNormActivation,
                Dropout,
                ElementwiseActivation,
                Linear,
                LocalResponseNorm,
                NormActivation,
                Pool,
                SoftmaxCrossEntropy,
                SquaredError {
    /** The one there is. */
    public static final UnboundKernel INSTANCE = new UnboundKernel();

    private UnboundKernel() {}

    @Override
    public void forward() {
        throw refusal();
    }

    @Override
    public void backward() {
        throw refusal();
    }

    @Override
    public double mean() {
        throw refusal();
    }

    @Override
    public int correct() {
        throw refusal();
    }

    @Override
    public double sum() {
        throw refusal();
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException("the first pass of a binding only measures; open a session to run");
    }
}
