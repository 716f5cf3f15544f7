package dev.netwright.nd4j;

import dev.netwright.operation.ClippedMean;
import dev.netwright.operation.Mode;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Pools with {@code maxpool2d} and {@code avgpool2d}; the mean counts padding or leaves it out, as in PyTorch.
 *
 * <p>ND4J has no option to round the output's size up, but it computes as many windows as the output has pixels, and
 * clips them to the image. If padding counts, it still divides a clipped window's sum by the whole window's size, which
 * a factor for each pixel corrects.
 */
final class Nd4jPool {
    private static final long DIVIDE_BY_PART_INSIDE = 0;
    private static final long DIVIDE_BY_WHOLE_WINDOW = 1;

    private final PoolKind kind;
    private final Window window;
    private final boolean clipped;
    private final BackendPolicy policy;

    Nd4jPool(PoolKind kind, Window window, Shape input, Shape output, BackendPolicy policy) {
        this.kind = kind;
        this.window = window;
        this.clipped = ClippedMean.isClipped(window, input, output);
        this.policy = policy;
    }

    /**
     * Binds the kernel.
     *
     * @param correction of a clipped average pool, {@code [1, 1, H, W]}; empty for others
     */
    PreparedKernel bind(
            String layer, Nd4jActivation input, Nd4jActivation output, List<INDArray> correction, Mode mode) {
        List<PreparedStep> forward = new ArrayList<>();
        forward.add(call("").inputs(input.value()).outputs(output.value()).build());
        correction.forEach(factors -> forward.add(scale(output.value(), factors)));
        List<PreparedStep> backward = new ArrayList<>();
        if (mode == Mode.TRAINING && input.hasGradient()) {
            correction.forEach(factors -> backward.add(scale(output.gradient(), factors)));
            backward.add(call("_bp")
                    .inputs(input.value(), output.gradient())
                    .outputs(input.gradient())
                    .build());
        } else if (mode == Mode.TRAINING) {
            backward.add(PreparedStep.NONE);
        }
        return new PreparedKernel(layer, forward, backward);
    }

    private NativeCall.Builder call(String suffix) {
        String operation = (kind.isMean() ? "avgpool2d" : "maxpool2d") + suffix;
        NativeCall.Builder call = NativeCall.of(operation, policy).integers(integers(window, kind));
        return clipped && !policy.helpersClipWindows() ? call.withoutHelper() : call;
    }

    private PreparedStep scale(INDArray array, INDArray factors) {
        return NativeCall.of("multiply", policy)
                .inputs(array, factors)
                .outputs(array)
                .build();
    }

    /** Kernel, stride, padding, dilation 1, explicit padding, divisor, NCHW. */
    static long[] integers(Window window, PoolKind kind) {
        return new long[] {
            window.kernelHeight(),
            window.kernelWidth(),
            window.strideHeight(),
            window.strideWidth(),
            window.paddingHeight(),
            window.paddingWidth(),
            1,
            1,
            0,
            kind == PoolKind.AVERAGE_WITHOUT_PADDING ? DIVIDE_BY_PART_INSIDE : DIVIDE_BY_WHOLE_WINDOW,
            0
        };
    }
}
