package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.plan.KernelBlock;
import dev.netwright.processor.plan.Program;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class of one program: its blocks, the loss, and the straight line through them. */
final class ProgramWriter {
    private static final String LOSS = "loss";
    private static final String TRAINING_JAVADOC = """
            Forward, loss and backward of one batch. An activation's first slot holds its values, its second their gradient;
            what is never needed at the same time shares a slot.
            """;

    private final Program program;
    private final String className;
    private final PublicFace face;

    ProgramWriter(Program program, String className, PublicFace face) {
        this.program = program;
        this.className = face.nested(className);
        this.face = face;
    }

    /**
     * Writes
     * <pre>
     * /** Forward, loss and backward of one batch. ... *&#47;
     * private static final class TrainingStep implements TrainingProgram {
     *     private final Stage1 stage1;
     *     private final SoftmaxCrossEntropy loss;
     *     ...
     * }
     * </pre>
     */
    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(
                        program.isTraining() ? RuntimeNames.TRAINING_PROGRAM : RuntimeNames.INFERENCE_PROGRAM)
                .addJavadoc(program.isTraining() ? TRAINING_JAVADOC : "Forward of one batch, to the logits.\n");
        ClassName self = face.network().nestedClass(className);
        for (KernelBlock block : program.blocks()) {
            type.addField(self.nestedClass(className(block)), block.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        if (program.isTraining()) {
            type.addField(RuntimeNames.SOFTMAX_CROSS_ENTROPY, LOSS, Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor());
        type.addMethod(forward());
        if (program.isTraining()) {
            type.addMethod(backward());
            type.addMethod(lossValue());
            type.addMethod(correct());
        }
        program.blocks().forEach(block -> type.addType(new BlockWriter(program, block, className(block)).write()));
        return type.build();
    }

    private String className(KernelBlock block) {
        return face.nested(block.className(program.mode()));
    }

    /**
     * Writes
     * <pre>
     * TrainingStep(Binding binding) {
     *     Activation images = binding.images(Shape.image(1, 28, 28), Slot.of(0));
     *     stage1 = new Stage1(binding, images);
     *     stage2 = new Stage2(binding, stage1.s2Output);
     *     classifier = new Classifier(binding, stage2.s4Output);
     *     loss = binding.softmaxCrossEntropy(classifier.f7Output, Slot.of(9));
     * }
     * </pre>
     */
    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(RuntimeNames.BINDING, "binding")
                .addStatement(
                        "$T images = binding.images($L, $T.of($L))",
                        RuntimeNames.ACTIVATION,
                        BlockWriter.shape(program.shape(NetworkGraph.IMAGES)),
                        RuntimeNames.SLOT,
                        program.valueSlot(NetworkGraph.IMAGES));
        List<KernelBlock> before = new ArrayList<>();
        for (KernelBlock block : program.blocks()) {
            constructor.addStatement("$N = new $L(binding, $L)", block.name(), className(block), source(block, before));
            before.add(block);
        }
        if (program.isTraining()) {
            constructor.addStatement(
                    "loss = binding.softmaxCrossEntropy($N.$N, $T.of($L))",
                    before.get(before.size() - 1).name(),
                    BlockWriter.handle(program.logits()),
                    RuntimeNames.SLOT,
                    program.lossSlot());
        }
        return constructor.build();
    }

    private static String source(KernelBlock block, List<KernelBlock> before) {
        return before.stream()
                .filter(candidate -> candidate.output().equals(block.input()))
                .map(candidate -> candidate.name() + "." + BlockWriter.handle(candidate.output()))
                .findFirst()
                .orElse(NetworkGraph.IMAGES);
    }

    /** {@code public void forward() { stage1.forward(); stage2.forward(); loss.forward(); }} */
    private MethodSpec forward() {
        MethodSpec.Builder forward = overriding("forward", void.class);
        program.blocks().forEach(block -> forward.addStatement("$N.forward()", block.name()));
        if (program.isTraining()) {
            forward.addStatement("$N.forward()", LOSS);
        }
        return forward.build();
    }

    /** {@code public void backward() { loss.backward(); stage2.backward(); stage1.backward(); }} */
    private MethodSpec backward() {
        MethodSpec.Builder backward = overriding("backward", void.class).addStatement("$N.backward()", LOSS);
        for (int i = program.blocks().size() - 1; i >= 0; i--) {
            backward.addStatement("$N.backward()", program.blocks().get(i).name());
        }
        return backward.build();
    }

    /** {@code public double loss() { return loss.mean(); }} */
    private static MethodSpec lossValue() {
        return overriding("loss", double.class)
                .addStatement("return $N.mean()", LOSS)
                .build();
    }

    /** {@code public int correct() { return loss.correct(); }} */
    private static MethodSpec correct() {
        return overriding("correct", int.class)
                .addStatement("return $N.correct()", LOSS)
                .build();
    }

    private static MethodSpec.Builder overriding(String name, Class<?> type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }
}
