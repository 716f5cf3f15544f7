package dev.netwright.processor.writer;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Bias;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Rounding;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The call that lists one layer. What the builder takes for granted isn't written. */
final class LayerWriter implements Operation.Visitor<CodeBlock> {
    /** The functions that the list's builder has a method of their own for. */
    private static final Set<ActivationFunction> WITH_METHOD = EnumSet.of(
            ActivationFunction.IDENTITY, ActivationFunction.RELU, ActivationFunction.SIGMOID, ActivationFunction.TANH);

    private static final LayerWriter INSTANCE = new LayerWriter();

    private LayerWriter() {}

    /** {@code flatten("flatten")}, or that of an operation. */
    static CodeBlock call(Layer layer) {
        return layer instanceof Operation operation
                ? operation.accept(INSTANCE)
                : CodeBlock.of("flatten($S)", layer.name());
    }

    /** {@code relu("conv1_relu")}, or {@code activation("conv1_silu", ActivationFunction.SILU)}. */
    @Override
    public CodeBlock activation(Activation layer) {
        if (!WITH_METHOD.contains(layer.function())) {
            return CodeBlock.of(
                    "activation($S, $T.$L)", layer.name(), RuntimeNames.ACTIVATION_FUNCTION, layer.function());
        }
        return CodeBlock.of("$L($S)", layer.function().name().toLowerCase(Locale.ROOT), layer.name());
    }

    /** {@code add("layer1_1_sum", "layer1_1_conv2_norm", "pool1")}. */
    @Override
    public CodeBlock add(Add layer) {
        return joined("add", layer.name(), layer.inputs());
    }

    /** {@code concat("inception3a_join", "inception3a_1x1_relu", "inception3a_3x3_relu")}. */
    @Override
    public CodeBlock concat(Concat layer) {
        return joined("concat", layer.name(), layer.inputs());
    }

    private static CodeBlock joined(String method, String name, List<Value> inputs) {
        CodeBlock.Builder call = CodeBlock.builder().add("$L($S", method, name);
        inputs.forEach(input -> call.add(",$W$S", input.name()));
        return call.add(")").build();
    }

    /** {@code batchNorm("conv1_norm", 1e-5, 0.1)}, or with {@code RunningVariance.BIASED} behind that. */
    @Override
    public CodeBlock batchNorm(BatchNorm layer) {
        CodeBlock variance = layer.runningVariance() == RunningVariance.UNBIASED
                ? CodeBlock.of("")
                : CodeBlock.of(",$W$T.$L", RunningVariance.class, layer.runningVariance());
        return CodeBlock.of(
                "batchNorm($S,$W$L,$W$L$L)",
                layer.name(),
                Literals.ofDouble(layer.epsilon()),
                Literals.ofDouble(layer.momentum()),
                variance);
    }

    /** {@code convolution("conv1", 64, Window.square(7, 2, 3))}, and behind that {@code Bias.NONE}, or {@code 2, Bias.TRAINED}. */
    @Override
    public CodeBlock convolution(Convolution layer) {
        CodeBlock groups = layer.groups() == 1 ? CodeBlock.of("") : CodeBlock.of(",$W$L", layer.groups());
        CodeBlock bias = layer.groups() == 1 ? bias(layer.bias()) : CodeBlock.of(",$W$T.$L", Bias.class, layer.bias());
        return CodeBlock.of(
                "convolution($S,$W$L,$W$L$L$L)",
                layer.name(),
                layer.output().shape().channels(),
                window(layer.window()),
                groups,
                bias);
    }

    /** A network's layers are listed before anything is fused. */
    @Override
    public CodeBlock convolutionNorm(ConvolutionNorm operation) {
        throw new IllegalArgumentException(operation.name() + " is no layer but two of them, fused");
    }

    /** {@code dropout("drop", 0.4)}. */
    @Override
    public CodeBlock dropout(Dropout layer) {
        return CodeBlock.of("dropout($S,$W$L)", layer.name(), Literals.ofDouble(layer.rate()));
    }

    /** {@code linear("fc", 10)}, or with {@code Bias.NONE} behind that. */
    @Override
    public CodeBlock linear(Linear layer) {
        return CodeBlock.of(
                "linear($S,$W$L$L)", layer.name(), layer.output().shape().channels(), bias(layer.bias()));
    }

    /** {@code localResponseNorm("norm1", 5, 5e-4, 0.75, 2.0)}. */
    @Override
    public CodeBlock localResponseNorm(LocalResponseNorm layer) {
        return CodeBlock.of(
                "localResponseNorm($S,$W$L,$W$L,$W$L,$W$L)",
                layer.name(),
                layer.size(),
                Literals.ofDouble(layer.alpha()),
                Literals.ofDouble(layer.beta()),
                Literals.ofDouble(layer.k()));
    }

    /** {@code maxPool("pool1", Window.square(3, 2, 1))}, or with {@code Rounding.UP} behind that where it makes a difference. */
    @Override
    public CodeBlock pool(Pool layer) {
        if (layer.isGlobal()) {
            return CodeBlock.of("globalAveragePool($S)", layer.name());
        }
        boolean isRoundedUp =
                !layer.equals(Pool.of(layer.name(), layer.input(), layer.kind(), layer.window(), Rounding.DOWN));
        return CodeBlock.of(
                "$L($S,$W$L$L)",
                layer.kind() == PoolKind.MAX ? "maxPool" : "averagePool",
                layer.name(),
                window(layer.window()),
                isRoundedUp ? CodeBlock.of(",$W$T.UP", Rounding.class) : CodeBlock.of(""));
    }

    private static CodeBlock bias(Bias bias) {
        return bias == Bias.TRAINED ? CodeBlock.of("") : CodeBlock.of(",$W$T.$L", Bias.class, bias);
    }

    /** {@code Window.square(5, 1, 2)}: kernel, stride, padding; {@code Window.of(3, 5, 3, 4, 0, 1).dilated(2, 2)}. */
    private static CodeBlock window(Window window) {
        boolean isSquare = window.kernelHeight() == window.kernelWidth()
                && window.strideHeight() == window.strideWidth()
                && window.paddingHeight() == window.paddingWidth();
        CodeBlock sides = isSquare
                ? CodeBlock.of(
                        "$T.square($L, $L, $L)",
                        Window.class,
                        window.kernelHeight(),
                        window.strideHeight(),
                        window.paddingHeight())
                : CodeBlock.of(
                        "$T.of($L, $L, $L, $L, $L, $L)",
                        Window.class,
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
}
