package dev.netwright.nd4j;

import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;

/**
 * Local response normalization {@code y = x s^-beta}, {@code s = k + alpha mean(x^2)}, where the mean over neighbouring
 * channels is an average pool of {@code [N, 1, C, H W]} with a window of {@code size x 1}.
 *
 * <p>Backward: {@code gradInput = g s^-beta - 2 alpha beta x mean(g y / s)}. ND4J's own {@code lrn_bp} isn't used: it
 * is right only for a constant gradient.
 */
final class Nd4jLocalResponseNorm {
    private final Nd4jActivation input;
    private final Nd4jActivation output;
    private final Window window;
    private final double alpha;
    private final double beta;
    private final double k;
    private final Scratch scratch;
    private final BackendPolicy policy;

    Nd4jLocalResponseNorm(
            Nd4jActivation input,
            Nd4jActivation output,
            int size,
            double alpha,
            double beta,
            double k,
            Scratch scratch,
            BackendPolicy policy) {
        this.input = input;
        this.output = output;
        this.window = Window.of(size, 1, 1, 1, size / 2, 0);
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
        this.scratch = scratch;
        this.policy = policy;
    }

    /**
     * Floats of scratch: two intermediate results as large as the input, and the denominators of an inference program.
     */
    static long scratchFloats(int batch, Shape input) {
        return 3 * FlatArray.aligned((long) batch * input.size());
    }

    /** Binds the kernel; {@code scaleOrNull} keeps s for backward and is null in an inference program. */
    PreparedKernel bind(String layer, @Nullable INDArray scaleOrNull) {
        INDArray scale = scaleOrNull == null ? room(2) : scaleOrNull;
        return new PreparedKernel(layer, forward(scale), scaleOrNull == null ? List.of() : backward(scale));
    }

    private List<PreparedStep> forward(INDArray scale) {
        INDArray x = input.value();
        INDArray y = output.value();
        INDArray squares = room(0);
        return List.of(
                call("multiply", squares, x, x),
                meanOverChannels(squares, scale),
                NativeCall.legacy(new ScalarMultiplication(scale, null, scale, alpha)),
                NativeCall.legacy(new ScalarAdd(scale, null, scale, k)),
                power(scale, y),
                call("multiply", y, y, x));
    }

    private List<PreparedStep> backward(INDArray scale) {
        if (!input.hasGradient()) {
            return List.of(PreparedStep.NONE);
        }
        INDArray x = input.value();
        INDArray g = output.gradient();
        INDArray gradInput = input.gradient();
        INDArray ratios = room(0);
        INDArray means = room(1);
        return List.of(
                call("multiply", ratios, g, output.value()),
                call("divide", ratios, ratios, scale),
                meanOverChannels(ratios, means),
                call("multiply", means, means, x),
                NativeCall.legacy(new ScalarMultiplication(means, null, means, -2 * alpha * beta)),
                power(scale, gradInput),
                call("multiply", gradInput, gradInput, g),
                call("add", gradInput, gradInput, means));
    }

    private PreparedStep call(String operation, INDArray result, INDArray left, INDArray right) {
        return Elementwise.binary(operation, left, right, result, policy);
    }

    private PreparedStep power(INDArray scale, INDArray result) {
        return Elementwise.over(a -> NativeCall.legacy(new Pow(a[0], a[1], -beta)), scale, result);
    }

    private PreparedStep meanOverChannels(INDArray from, INDArray to) {
        return NativeCall.of("avgpool2d", policy)
                .inputs(channelsAsRows(from))
                .outputs(channelsAsRows(to))
                .integers(Nd4jPool.integers(window, PoolKind.AVERAGE))
                .build();
    }

    private INDArray channelsAsRows(INDArray array) {
        Shape shape = input.shape();
        return ImageViews.reshaped(array, array.size(0), 1, shape.channels(), (long) shape.height() * shape.width());
    }

    private INDArray room(int number) {
        INDArray x = input.value();
        return scratch.view(number * FlatArray.aligned(x.length()), x.shape());
    }
}
