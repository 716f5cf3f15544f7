package dev.netwright.processor.writer;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Layer;
import dev.netwright.operation.ListedCall;
import dev.netwright.operation.Window;

/** The call that lists one layer. */
final class LayerWriter {
    private LayerWriter() {}

    /**
     * {@code convolution("conv1", 64, Window.square(7, 2, 3), Bias.NONE)}, or {@code flatten("flatten")}: the layer's
     * name, followed by its arguments.
     */
    static CodeBlock call(Layer layer) {
        ListedCall call = layer.call();
        CodeBlock.Builder code = CodeBlock.builder().add("$L($S", call.method(), layer.name());
        call.arguments().forEach(argument -> code.add(",$W$L", argument(argument)));
        return code.add(")").build();
    }

    private static CodeBlock argument(Object argument) {
        if (argument instanceof Double number) {
            return CodeBlock.of("$L", Literals.ofDouble(number));
        }
        if (argument instanceof String text) {
            return CodeBlock.of("$S", text);
        }
        if (argument instanceof Enum<?> constant) {
            return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
        }
        if (argument instanceof ActivationFunction function) {
            return CodeBlock.of("$T.$L", ActivationFunction.class, function.kind());
        }
        if (argument instanceof ListedCall.NewForm form) {
            return CodeBlock.of(
                    "new $T($L)",
                    form.form(),
                    CodeBlock.join(
                            form.numbers().stream().map(LayerWriter::argument).toList(), ", "));
        }
        return argument instanceof Window window ? window(window) : CodeBlock.of("$L", argument);
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
