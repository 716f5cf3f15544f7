package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Window;
import java.util.List;

/** Pools with {@code maxpool2d} and {@code avgpool2d}; the mean counts padding, as in PyTorch. */
final class Nd4jPool {
    private static final long DIVIDE_BY_WHOLE_WINDOW = 1;

    private Nd4jPool() {}

    static PreparedKernel bind(
            String layer,
            Nd4jActivation input,
            Nd4jActivation output,
            PoolKind kind,
            Window window,
            Mode mode,
            BackendPolicy policy) {
        String operation = kind == PoolKind.MAX ? "maxpool2d" : "avgpool2d";
        PreparedStep forward = NativeCall.of(operation, policy)
                .inputs(input.value())
                .outputs(output.value())
                .integers(integers(window))
                .build();
        return new PreparedKernel(
                layer,
                List.of(forward),
                mode == Mode.TRAINING ? List.of(backward(operation, input, output, window, policy)) : List.of());
    }

    private static PreparedStep backward(
            String operation, Nd4jActivation input, Nd4jActivation output, Window window, BackendPolicy policy) {
        if (!input.hasGradient()) {
            return PreparedStep.NONE;
        }
        return NativeCall.of(operation + "_bp", policy)
                .inputs(input.value(), output.gradient())
                .outputs(input.gradient())
                .integers(integers(window))
                .build();
    }

    /** Kernel, stride, padding, dilation 1, explicit padding, divisor, NCHW. */
    static long[] integers(Window window) {
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
            DIVIDE_BY_WHOLE_WINDOW,
            0
        };
    }
}
