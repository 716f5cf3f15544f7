package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.plan.Kernel;
import dev.netwright.processor.plan.Program;

/**
 * The statement that binds one kernel in a block's constructor.
 *
 * @param program slots
 * @param input expression for the activation that the kernel reads
 * @param output expression for the activation that it writes
 */
record KernelWriter(Program program, String input, String output) implements Kernel.Visitor<CodeBlock> {
    /** The type of the field that holds a kernel. */
    static ClassName typeOf(Kernel kernel) {
        return kernel.accept(new TypeNames());
    }

    /** {@code c1 = binding.convolution("c1", input, c1Output, Window.square(5, 1, 2), ActivationFunction.SIGMOID);} */
    @Override
    public CodeBlock convBiasActivation(Kernel.ConvBiasActivation kernel) {
        return CodeBlock.of(
                "$N = binding.convolution($S,$W$L,$W$L,$W$L,$W$L)",
                kernel.name(),
                kernel.name(),
                input,
                output,
                window(kernel.window()),
                function(kernel.function()));
    }

    /** {@code s2 = binding.pool("s2", c1Output, s2Output, PoolKind.AVERAGE, Window.square(2, 2, 0));} */
    @Override
    public CodeBlock pool(Kernel.Pool kernel) {
        return CodeBlock.of(
                "$N = binding.pool($S,$W$L,$W$L,$W$T.$L,$W$L)",
                kernel.name(),
                kernel.name(),
                input,
                output,
                RuntimeNames.POOL_KIND,
                kernel.kind(),
                window(kernel.window()));
    }

    /** {@code norm1 = binding.localResponseNorm("norm1", conv1_1Output, norm1Output, 5, 5e-4, 0.75, 2.0, Slot.of(3));} */
    @Override
    public CodeBlock localResponseNorm(Kernel.LocalResponseNorm kernel) {
        return CodeBlock.of(
                "$N = binding.localResponseNorm($S,$W$L,$W$L,$W$L,$W$L,$W$L,$W$L$L)",
                kernel.name(),
                kernel.name(),
                input,
                output,
                kernel.size(),
                Literals.ofDouble(kernel.alpha()),
                Literals.ofDouble(kernel.beta()),
                Literals.ofDouble(kernel.k()),
                saved(kernel));
    }

    /** {@code c5 = binding.linear("c5", input, c5Output, ActivationFunction.SIGMOID);} */
    @Override
    public CodeBlock linear(Kernel.Linear kernel) {
        return CodeBlock.of(
                "$N = binding.linear($S,$W$L,$W$L,$W$L)",
                kernel.name(),
                kernel.name(),
                input,
                output,
                function(kernel.function()));
    }

    /** {@code drop6 = binding.dropout("drop6", fc6Output, drop6Output, 0.5, 0, Slot.of(9));} */
    @Override
    public CodeBlock dropout(Kernel.Dropout kernel) {
        return CodeBlock.of(
                "$N = binding.dropout($S,$W$L,$W$L,$W$L,$W$L$L)",
                kernel.name(),
                kernel.name(),
                input,
                output,
                Literals.ofDouble(kernel.rate()),
                kernel.position(),
                saved(kernel));
    }

    /** {@code , Slot.of(3)} in a training program; an inference program saves nothing. */
    private CodeBlock saved(Kernel kernel) {
        return program.isTraining()
                ? CodeBlock.of(",$W$T.of($L)", RuntimeNames.SLOT, program.savedSlot(kernel.name()))
                : CodeBlock.of("");
    }

    private static CodeBlock function(ActivationFunction function) {
        return CodeBlock.of("$T.$L", RuntimeNames.ACTIVATION_FUNCTION, function);
    }

    /** {@code Window.square(5, 1, 2)}: kernel, stride, padding. */
    private static CodeBlock window(Window window) {
        if (window.kernelHeight() == window.kernelWidth()
                && window.strideHeight() == window.strideWidth()
                && window.paddingHeight() == window.paddingWidth()) {
            return CodeBlock.of(
                    "$T.square($L, $L, $L)",
                    RuntimeNames.WINDOW,
                    window.kernelHeight(),
                    window.strideHeight(),
                    window.paddingHeight());
        }
        return CodeBlock.of(
                "new $T($L, $L, $L, $L, $L, $L)",
                RuntimeNames.WINDOW,
                window.kernelHeight(),
                window.kernelWidth(),
                window.strideHeight(),
                window.strideWidth(),
                window.paddingHeight(),
                window.paddingWidth());
    }

    private static final class TypeNames implements Kernel.Visitor<ClassName> {
        @Override
        public ClassName convBiasActivation(Kernel.ConvBiasActivation kernel) {
            return RuntimeNames.CONV_BIAS_ACTIVATION;
        }

        @Override
        public ClassName pool(Kernel.Pool kernel) {
            return RuntimeNames.POOL;
        }

        @Override
        public ClassName localResponseNorm(Kernel.LocalResponseNorm kernel) {
            return RuntimeNames.LOCAL_RESPONSE_NORM;
        }

        @Override
        public ClassName linear(Kernel.Linear kernel) {
            return RuntimeNames.LINEAR;
        }

        @Override
        public ClassName dropout(Kernel.Dropout kernel) {
            return RuntimeNames.DROPOUT;
        }
    }
}
