package dev.netwright.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.plan.Kernel;
import dev.netwright.processor.plan.KernelBlock;
import dev.netwright.processor.plan.Program;
import dev.netwright.processor.plan.Slice;
import dev.netwright.processor.shape.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The nested class of one block: its kernels, their binding, and forward with its mirror. */
final class BlockWriter {
    private static final String HANDLE_SUFFIX = "Output";

    /** The constructor's parameters, and a word that no statement can begin with. */
    private static final Set<String> TAKEN = Set.of("binding", "input", "yield");

    private final Program program;
    private final KernelBlock block;
    private final String className;
    private final List<String> outputs;

    BlockWriter(Program program, KernelBlock block, String className) {
        this.program = program;
        this.block = block;
        this.className = className;
        this.outputs = program.outputs(block);
    }

    /**
     * Writes
     * <pre>
     * /** [N, 1, 28, 28] to [N, 6, 14, 14]. *&#47;
     * private static final class Stage1 {
     *     private final ConvBiasActivation c1;
     *     private final Pool s2;
     *     private final Activation s2Output;
     *     ...
     * }
     * </pre>
     */
    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "$L to $L.\n",
                        program.shape(block.input()).batched(),
                        program.shape(block.output()).batched());
        for (Kernel kernel : block.kernels()) {
            type.addField(KernelWriter.typeOf(kernel), field(kernel), Modifier.PRIVATE, Modifier.FINAL);
        }
        for (String value : outputs) {
            type.addField(RuntimeNames.ACTIVATION, handle(value), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor());
        type.addMethod(forward());
        if (program.isTraining()) {
            type.addMethod(backward());
        }
        return type.build();
    }

    /**
     * Writes
     * <pre>
     * Stage1(Binding binding, Activation input) {
     *     Activation c1Output = binding.activation(Shape.image(6, 28, 28), Slot.of(1), Slot.of(2));
     *     c1 = binding.convolution("c1", input, c1Output, Window.square(5, 1, 2), ActivationFunction.SIGMOID);
     *     s2Output = binding.activation(Shape.image(6, 14, 14), Slot.of(3), Slot.of(4));
     *     s2 = binding.pool("s2", c1Output, s2Output, PoolKind.AVERAGE, Window.square(2, 2, 0));
     * }
     * </pre>
     */
    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(RuntimeNames.BINDING, "binding")
                .addParameter(RuntimeNames.ACTIVATION, "input");
        List<String> shared = program.sharedWholes(block);
        shared.forEach(whole -> constructor.addParameter(RuntimeNames.ACTIVATION, handle(whole)));
        Set<String> declared = new LinkedHashSet<>(shared);
        outputs.stream()
                .filter(shared::contains)
                .forEach(value -> constructor.addStatement("this.$N = $N", handle(value), handle(value)));
        for (Kernel kernel : block.kernels()) {
            declare(kernel.name(), declared, constructor);
            List<CodeBlock> inputs = IntStream.range(0, kernel.inputs().size())
                    .mapToObj(position -> read(kernel, position))
                    .toList();
            constructor.addStatement(kernel.accept(new KernelWriter(program, inputs, handle(kernel.name()))));
        }
        return constructor.build();
    }

    /** Declares a value's handle, and before it that of the value in which it lies. */
    private void declare(String value, Set<String> declared, MethodSpec.Builder constructor) {
        program.slice(value).ifPresent(slice -> declare(slice.whole(), declared, constructor));
        if (!declared.add(value)) {
            return;
        }
        CodeBlock made = program.slice(value)
                .map(slice -> slice(slice, program.shape(value)))
                .orElseGet(() -> activation(program, value));
        constructor.addStatement(
                outputs.contains(value)
                        ? CodeBlock.of("$N = $L", handle(value), made)
                        : CodeBlock.of("$T $N = $L", RuntimeNames.ACTIVATION, handle(value), made));
    }

    /** {@code input}, {@code c1Output}, or {@code binding.accumulating(input)}. */
    private CodeBlock read(Kernel reader, int position) {
        String value = reader.inputs().get(position);
        String handle = value.equals(block.input()) ? "input" : handle(value);
        return program.accumulates(reader, position)
                ? CodeBlock.of("binding.accumulating($N)", handle)
                : CodeBlock.of("$N", handle);
    }

    /**
     * The name of a kernel's field: the kernel's own. A stage of {@code @Network} may be called as something else in the class
     * is; then an underscore keeps them apart, and so does one more for each that the name ends with already.
     */
    static String field(Kernel kernel) {
        String name = kernel.name();
        String bare = name.replaceFirst("_+$", "");
        return TAKEN.contains(bare) || bare.endsWith(HANDLE_SUFFIX) ? name + "_" : name;
    }

    /** {@code s2Output}: the name of a value's handle. */
    static String handle(String value) {
        return value + HANDLE_SUFFIX;
    }

    /** {@code binding.activation(Shape.image(6, 28, 28), Slot.of(1), Slot.of(2))}: value and gradient. */
    static CodeBlock activation(Program program, String value) {
        String method = program.isJudged(value) ? "logits" : "activation";
        CodeBlock slots = CodeBlock.of("$T.of($L)", RuntimeNames.SLOT, program.valueSlot(value));
        if (program.isTraining()) {
            slots = CodeBlock.of("$L, $T.of($L)", slots, RuntimeNames.SLOT, program.gradientSlot(value));
        }
        return CodeBlock.of("binding.$L($L,$W$L)", method, shape(program.shape(value)), slots);
    }

    /** {@code binding.slice(inception3aOutput, 64, Shape.image(128, 12, 12))}. */
    private static CodeBlock slice(Slice slice, Shape shape) {
        return CodeBlock.of("binding.slice($N,$W$L,$W$L)", handle(slice.whole()), slice.firstChannel(), shape(shape));
    }

    /** {@code Shape.image(6, 28, 28)}, or {@code Shape.features(120)}. */
    static CodeBlock shape(Shape shape) {
        return shape.isVector()
                ? CodeBlock.of("$T.features($L)", RuntimeNames.SHAPE, shape.channels())
                : CodeBlock.of(
                        "$T.image($L, $L, $L)", RuntimeNames.SHAPE, shape.channels(), shape.height(), shape.width());
    }

    /** {@code void forward() { c1.forward(); s2.forward(); }} */
    private MethodSpec forward() {
        MethodSpec.Builder forward = MethodSpec.methodBuilder("forward");
        block.kernels().forEach(kernel -> forward.addStatement("$N.forward()", field(kernel)));
        return forward.build();
    }

    /** {@code void backward() { s2.backward(); c1.backward(); }} */
    private MethodSpec backward() {
        MethodSpec.Builder backward = MethodSpec.methodBuilder("backward");
        List<Kernel> kernels = block.kernels();
        for (int i = kernels.size() - 1; i >= 0; i--) {
            backward.addStatement("$N.backward()", field(kernels.get(i)));
        }
        return backward.build();
    }
}
