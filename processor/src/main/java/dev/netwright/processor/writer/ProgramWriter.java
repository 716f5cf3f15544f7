package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.operation.Block;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import javax.lang.model.element.Modifier;

/** The nested class of one program: its blocks, its losses, and the calls of each in order. */
final class ProgramWriter {
    private final Program program;
    private final KernelType kernels;
    private final String className;
    private final PublicMembers members;

    ProgramWriter(Program program, PublicMembers members) {
        this.program = program;
        this.members = members;
        kernels = KernelType.of(program.mode());
        className = members.nested(kernels.className());
    }

    /**
     * Writes
     * <pre>
     * /** A training step of one batch: forward pass, loss and backward pass. *&#47;
     * private static final class TrainingStep implements TrainingProgram {
     *     private final Stage1 stage1;
     *     private final LossKernel loss;
     *     ...
     * }
     * </pre>
     */
    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(kernels.program())
                .addJavadoc(
                        program.isTraining()
                                ? "A training step of one batch: forward pass, loss and backward pass.\n"
                                : "The forward pass of one batch.\n");
        ClassName self = members.network().nestedClass(className);
        for (Block<Operation> block : program.blocks()) {
            type.addField(self.nestedClass(className(block)), block.identifier(), Modifier.PRIVATE, Modifier.FINAL);
        }
        for (Loss loss : program.losses()) {
            type.addField(RuntimeNames.LOSS_KERNEL, loss.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor());
        type.addMethod(forward());
        if (program.isTraining()) {
            type.addMethod(backward());
            type.addMethod(lossValue());
            type.addMethod(correct());
        }
        program.blocks().forEach(block -> type.addType(new BlockWriter(block, className(block), kernels).write()));
        return type.build();
    }

    private String className(Block<Operation> block) {
        return members.nested(kernels.className(block.identifier()));
    }

    /**
     * Writes
     * <pre>
     * TrainingStep(TrainingKernels kernels) {
     *     stage1 = new Stage1(kernels);
     *     stage2 = new Stage2(kernels);
     *     classifier = new Classifier(kernels);
     *     loss = kernels.loss("loss");
     * }
     * </pre>
     */
    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addParameter(kernels.all(), KernelType.PARAMETER);
        for (Block<Operation> block : program.blocks()) {
            constructor.addStatement("$N = new $L($N)", block.identifier(), className(block), KernelType.PARAMETER);
        }
        for (Loss loss : program.losses()) {
            constructor.addStatement("$N = $N.loss($S)", loss.name(), KernelType.PARAMETER, loss.name());
        }
        return constructor.build();
    }

    /** {@code public void forward() { stage1.forward(); stage2.forward(); loss.forward(); }} */
    private MethodSpec forward() {
        MethodSpec.Builder forward = overriding("forward", void.class);
        program.blocks().forEach(block -> forward.addStatement("$N.forward()", block.identifier()));
        program.losses().forEach(loss -> forward.addStatement("$N.forward()", loss.name()));
        return forward.build();
    }

    /** {@code public void backward() { loss.backward(); stage2.backward(); stage1.backward(); }} */
    private MethodSpec backward() {
        MethodSpec.Builder backward = overriding("backward", void.class);
        program.losses().forEach(loss -> backward.addStatement("$N.backward()", loss.name()));
        for (int i = program.blocks().size() - 1; i >= 0; i--) {
            backward.addStatement("$N.backward()", program.blocks().get(i).identifier());
        }
        return backward.build();
    }

    /** {@code public double loss() { return loss.value() + 0.3 * aux1_fc2_loss.value(); }} */
    private MethodSpec lossValue() {
        Loss main = program.losses().get(0);
        CodeBlock.Builder sum = CodeBlock.builder().add("$N.value()", main.name());
        program.losses().stream()
                .skip(1)
                .forEach(head -> sum.add("$W+ $L * $N.value()", Literals.ofDouble(head.weight()), head.name()));
        return overriding("loss", double.class)
                .addStatement("return $L", sum.build())
                .build();
    }

    /** {@code public int correct() { return loss.correct(); }} */
    private MethodSpec correct() {
        return overriding("correct", int.class)
                .addStatement("return $N.correct()", program.losses().get(0).name())
                .build();
    }

    private static MethodSpec.Builder overriding(String name, Class<?> type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }
}
