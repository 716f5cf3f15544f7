package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.plan.Kernel;
import dev.netwright.processor.plan.Program;
import java.util.List;

/**
 * The statement that binds one kernel in a block's constructor.
 *
 * @param program slots
 * @param inputs expressions for the activations that the kernel reads
 * @param output expression for the activation that it writes
 */
record KernelWriter(Program program, List<CodeBlock> inputs, String output) implements Kernel.Visitor<CodeBlock> {
    /** The type of the field that holds a kernel. */
    static ClassName typeOf(Kernel kernel) {
        return kernel.accept(new TypeNames());
    }

    /** {@code c1 = binding.convolution("c1", input, c1Output, Window.square(5, 1, 2), ActivationFunction.SIGMOID);} */
    @Override
    public CodeBlock convBiasActivation(Kernel.ConvBiasActivation kernel) {
        return CodeBlock.of(
                "$N = binding.convolution($S,$W$L,$W$L,$W$L,$W$L)",
                BlockWriter.field(kernel),
                kernel.name(),
                input(),
                output,
                window(kernel.window()),
                function(kernel.function()));
    }

    /** {@code conv1 = binding.convolutionNorm("conv1", "conv1.norm", input, conv1Output, window, 1e-5, RELU);} */
    @Override
    public CodeBlock convNormActivation(Kernel.ConvNormActivation kernel) {
        return CodeBlock.of(
                "$N = binding.convolutionNorm($S,$W$S,$W$L,$W$L,$W$L,$W$L,$W$L)",
                BlockWriter.field(kernel),
                kernel.name(),
                kernel.norm(),
                input(),
                output,
                window(kernel.window()),
                Literals.ofDouble(kernel.epsilon()),
                function(kernel.function()));
    }

    /** {@code conv1_norm = binding.norm("conv1.norm", conv1Output, conv1_normOutput, 1e-5, 0.1, UNBIASED, RELU);} */
    @Override
    public CodeBlock normActivation(Kernel.NormActivation kernel) {
        return CodeBlock.of(
                "$N = binding.norm($S,$W$L,$W$L,$W$L$L,$W$L)",
                BlockWriter.field(kernel),
                kernel.norm(),
                input(),
                output,
                Literals.ofDouble(kernel.layer().epsilon()),
                program.isTraining() ? runningStatistics(kernel.layer()) : CodeBlock.of(""),
                function(kernel.function()));
    }

    /** {@code , 0.1, RunningVariance.UNBIASED}. */
    private static CodeBlock runningStatistics(Layer.BatchNorm layer) {
        return CodeBlock.of(
                ",$W$L,$W$T.$L",
                Literals.ofDouble(layer.momentum()),
                RuntimeNames.RUNNING_VARIANCE,
                layer.isUnbiased() ? "UNBIASED" : "BIASED");
    }

    /** {@code sum = binding.add("sum", conv2_normOutput, input, sumOutput, ActivationFunction.RELU);} */
    @Override
    public CodeBlock addActivation(Kernel.AddActivation kernel) {
        return CodeBlock.of(
                "$N = binding.add($S,$W$L,$W$L,$W$L,$W$L)",
                BlockWriter.field(kernel),
                kernel.name(),
                inputs.get(0),
                inputs.get(1),
                output,
                function(kernel.function()));
    }

    /** {@code relu = binding.elementwise("relu", input, reluOutput, ActivationFunction.RELU);} */
    @Override
    public CodeBlock elementwiseActivation(Kernel.ElementwiseActivation kernel) {
        return CodeBlock.of(
                "$N = binding.elementwise($S,$W$L,$W$L,$W$L)",
                BlockWriter.field(kernel),
                kernel.name(),
                input(),
                output,
                function(kernel.function()));
    }

    /** {@code dense1_1_join = binding.concat("dense1_1_join", dense1_1_joinOutput, input, dense1_1_conv1Output);} */
    @Override
    public CodeBlock concat(Kernel.Concat kernel) {
        CodeBlock.Builder call = CodeBlock.builder()
                .add("$N = binding.concat($S,$W$L", BlockWriter.field(kernel), kernel.name(), output);
        inputs.forEach(input -> call.add(",$W$L", input));
        return call.add(")").build();
    }

    /** {@code s2 = binding.pool("s2", c1Output, s2Output, PoolKind.AVERAGE, Window.square(2, 2, 0));} */
    @Override
    public CodeBlock pool(Kernel.Pool kernel) {
        return CodeBlock.of(
                "$N = binding.pool($S,$W$L,$W$L,$W$T.$L,$W$L)",
                BlockWriter.field(kernel),
                kernel.name(),
                input(),
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
                BlockWriter.field(kernel),
                kernel.name(),
                input(),
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
                BlockWriter.field(kernel),
                kernel.name(),
                input(),
                output,
                function(kernel.function()));
    }

    /** {@code drop6 = binding.dropout("drop6", fc6Output, drop6Output, 0.5, 0, Slot.of(9));} */
    @Override
    public CodeBlock dropout(Kernel.Dropout kernel) {
        return CodeBlock.of(
                "$N = binding.dropout($S,$W$L,$W$L,$W$L,$W$L$L)",
                BlockWriter.field(kernel),
                kernel.name(),
                input(),
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

    private CodeBlock input() {
        return inputs.get(0);
    }

    private static CodeBlock function(ActivationFunction function) {
        return CodeBlock.of("$T.$L", RuntimeNames.ACTIVATION_FUNCTION, function);
    }

    /** {@code Window.square(5, 1, 2)}: kernel, stride, padding; {@code Window.of(3, 5, 3, 4, 0, 1).dilated(2, 2)}. */
    private static CodeBlock window(Window window) {
        boolean isSquare = window.kernelHeight() == window.kernelWidth()
                && window.strideHeight() == window.strideWidth()
                && window.paddingHeight() == window.paddingWidth();
        CodeBlock sides = isSquare
                ? CodeBlock.of(
                        "$T.square($L, $L, $L)",
                        RuntimeNames.WINDOW,
                        window.kernelHeight(),
                        window.strideHeight(),
                        window.paddingHeight())
                : CodeBlock.of(
                        "$T.of($L, $L, $L, $L, $L, $L)",
                        RuntimeNames.WINDOW,
                        window.kernelHeight(),
                        window.kernelWidth(),
                        window.strideHeight(),
                        window.strideWidth(),
                        window.paddingHeight(),
                        window.paddingWidth());
        return window.dilationHeight() == 1 && window.dilationWidth() == 1
                ? sides
                : CodeBlock.of("$L.dilated($L, $L)", sides, window.dilationHeight(), window.dilationWidth());
    }

    private static final class TypeNames implements Kernel.Visitor<ClassName> {
        @Override
        public ClassName convBiasActivation(Kernel.ConvBiasActivation kernel) {
            return RuntimeNames.CONV_BIAS_ACTIVATION;
        }

        @Override
        public ClassName convNormActivation(Kernel.ConvNormActivation kernel) {
            return RuntimeNames.CONV_NORM_ACTIVATION;
        }

        @Override
        public ClassName normActivation(Kernel.NormActivation kernel) {
            return RuntimeNames.NORM_ACTIVATION;
        }

        @Override
        public ClassName addActivation(Kernel.AddActivation kernel) {
            return RuntimeNames.ADD_ACTIVATION;
        }

        @Override
        public ClassName elementwiseActivation(Kernel.ElementwiseActivation kernel) {
            return RuntimeNames.ELEMENTWISE_ACTIVATION;
        }

        @Override
        public ClassName concat(Kernel.Concat kernel) {
            return RuntimeNames.CONCAT;
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
