package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.Window;

/** The first pass of a binding: sizes of slots and scratch. Its kernels can't run. */
final class LayoutPass implements Binding {
    private static final UnboundKernel UNBOUND = new UnboundKernel();

    private final Mode mode;
    private final int batch;
    private final SlotLayout.Builder layout = new SlotLayout.Builder();

    LayoutPass(Mode mode, int batch) {
        this.mode = mode;
        this.batch = batch;
    }

    SlotLayout layout() {
        return layout.build();
    }

    private record Sized(Shape shape, boolean hasGradient) implements Activation {}

    @Override
    public Activation images(Shape shape, Slot value) {
        layout.host(value.index(), floats(shape));
        return new Sized(shape, false);
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        layout.arena(value.index(), floats(shape));
        layout.arena(gradient.index(), floats(shape));
        return new Sized(shape, true);
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        layout.arena(value.index(), floats(shape));
        return new Sized(shape, false);
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        return activation(shape, value, gradient);
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        layout.host(value.index(), floats(shape));
        return new Sized(shape, false);
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        if (mode == Mode.TRAINING && !((Sized) input).hasGradient()) {
            layout.scratch(Nd4jConvolution.firstLayerScratchFloats(batch, input.shape(), output.shape(), window));
        }
        return UNBOUND;
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        return UNBOUND;
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Slot scale) {
        layout.arena(scale.index(), floats(input.shape()));
        return localResponseNorm(layer, input, output, size, alpha, beta, k);
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        layout.scratch(Nd4jLocalResponseNorm.scratchFloats(batch, input.shape()));
        return UNBOUND;
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        return UNBOUND;
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        layout.host(mask.index(), floats(input.shape()));
        return UNBOUND;
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities) {
        layout.host(logProbabilities.index(), floats(logits.shape()));
        layout.labels(floats(logits.shape()));
        layout.scratch(Nd4jSoftmaxCrossEntropy.scratchFloats(batch, logits.shape()));
        return UNBOUND;
    }

    private long floats(Shape shape) {
        return (long) batch * shape.size();
    }

    /** Stands for every kernel of the first pass. */
    private static final class UnboundKernel
            implements ConvBiasActivation, Pool, LocalResponseNorm, Linear, Dropout, SoftmaxCrossEntropy {
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

        private static IllegalStateException refusal() {
            return new IllegalStateException("the first pass of a binding only measures; open a session to run");
        }
    }
}
