package dev.netwright.processor.writer;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.operation.Block;
import dev.netwright.operation.Operation;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The nested class of one block: its kernels, its forward pass and its backward pass. */
final class BlockWriter {
    /** Names that no field may have: the constructor's parameter, and a word that no statement can begin with. */
    private static final Set<String> TAKEN = Set.of(KernelType.PARAMETER, "yield");

    private final Block<Operation> block;
    private final String className;
    private final KernelType kernels;

    BlockWriter(Block<Operation> block, String className, KernelType kernels) {
        this.block = block;
        this.className = className;
        this.kernels = kernels;
    }

    /**
     * Writes
     * <pre>
     * /** Maps [N, 1, 28, 28] to [N, 6, 14, 14]. *&#47;
     * private static final class Stage1 {
     *     private final TrainingKernel c1;
     *     private final TrainingKernel s2;
     *     ...
     * }
     * </pre>
     */
    TypeSpec write() {
        List<Operation> operations = block.layers();
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "Maps $L to $L.\n",
                        operations.get(0).input().batched(),
                        operations.get(operations.size() - 1).output().batched());
        for (Operation operation : operations) {
            type.addField(kernels.kernel(), field(operation), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor());
        type.addMethod(forward());
        if (kernels == KernelType.TRAINING) {
            type.addMethod(backward());
        }
        return type.build();
    }

    /** {@code Stage1(TrainingKernels kernels) { c1 = kernels.of("c1"); s2 = kernels.of("s2"); }} */
    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addParameter(kernels.all(), KernelType.PARAMETER);
        block.layers()
                .forEach(operation -> constructor.addStatement(
                        "$N = $N.of($S)", field(operation), KernelType.PARAMETER, operation.name()));
        return constructor.build();
    }

    /** {@code void forward() { c1.forward(); s2.forward(); }} */
    private MethodSpec forward() {
        MethodSpec.Builder forward = MethodSpec.methodBuilder("forward");
        block.layers().forEach(operation -> forward.addStatement("$N.forward()", field(operation)));
        return forward.build();
    }

    /** {@code void backward() { s2.backward(); c1.backward(); }} */
    private MethodSpec backward() {
        MethodSpec.Builder backward = MethodSpec.methodBuilder("backward");
        List<Operation> operations = block.layers();
        for (int i = operations.size() - 1; i >= 0; i--) {
            backward.addStatement("$N.backward()", field(operations.get(i)));
        }
        return backward.build();
    }

    /**
     * The name of a kernel's field: the layer's own, with underscores for dots. A stage of {@code @Network} may have the name of another member of
     * the class; then an underscore is appended, and one more for each underscore that the name already ends with.
     */
    private static String field(Operation operation) {
        String name = operation.name().replace('.', '_');
        return TAKEN.contains(name.replaceFirst("_+$", "")) ? name + "_" : name;
    }
}
