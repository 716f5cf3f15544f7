package dev.netwright.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.network.Loss;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.plan.KernelBlock;
import dev.netwright.processor.plan.LossTerm;
import dev.netwright.processor.plan.Program;
import javax.lang.model.element.Modifier;

/** The nested class of one program: its blocks, the loss, and the straight line through them. */
final class ProgramWriter {
    private static final String TRAINING_JAVADOC = """
            Forward, loss and backward of one batch. An activation's first slot holds its values, its second their gradient;
            what is never needed at the same time shares a slot.
            """;
    private static final String BRANCHES_JAVADOC = """
            An activation's last reader writes its gradient in backward, the accumulating ones then add to it.
            """;
    private static final String SLICES_JAVADOC = """
            What is joined is computed in its channels of the joined activation, where no one needs it elsewhere.
            """;

    private final Program program;
    private final Loss loss;
    private final String className;
    private final PublicFace face;

    ProgramWriter(Program program, Loss loss, String className, PublicFace face) {
        this.program = program;
        this.loss = loss;
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
                .addJavadoc(program.isTraining() ? TRAINING_JAVADOC : "Forward of one batch, to the logits.\n")
                .addJavadoc(program.isTraining() && program.accumulates() ? BRANCHES_JAVADOC : "")
                .addJavadoc(program.slices().isEmpty() ? "" : SLICES_JAVADOC);
        ClassName self = face.network().nestedClass(className);
        for (KernelBlock block : program.blocks()) {
            type.addField(self.nestedClass(className(block)), block.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        for (LossTerm term : program.losses()) {
            type.addField(
                    isClassifier() ? RuntimeNames.SOFTMAX_CROSS_ENTROPY : RuntimeNames.SQUARED_ERROR,
                    term.name(),
                    Modifier.PRIVATE,
                    Modifier.FINAL);
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
        program.blocks().stream()
                .flatMap(block -> program.sharedWholes(block).stream())
                .distinct()
                .forEach(whole -> constructor.addStatement(
                        "$T $N = $L",
                        RuntimeNames.ACTIVATION,
                        BlockWriter.handle(whole),
                        BlockWriter.activation(program, whole)));
        for (KernelBlock block : program.blocks()) {
            CodeBlock.Builder arguments = CodeBlock.builder().add("binding,$W$L", source(block.input()));
            program.sharedWholes(block).forEach(whole -> arguments.add(",$W$N", BlockWriter.handle(whole)));
            constructor.addStatement("$N = new $L($L)", block.name(), className(block), arguments.build());
        }
        program.losses().forEach(term -> constructor.addStatement("$N = $L", term.name(), binding(term)));
        return constructor.build();
    }

    /** {@code images}, or {@code stage1.s2Output}. */
    private String source(String value) {
        if (value.equals(NetworkGraph.IMAGES)) {
            return NetworkGraph.IMAGES;
        }
        return program.blocks().stream()
                .filter(block -> block.writes(value))
                .map(block -> block.name() + "." + BlockWriter.handle(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no block writes " + value));
    }

    /** {@code binding.softmaxCrossEntropy(aux1.aux1_fc2Output, Slot.of(9), 0.3)}, or {@code binding.squaredError(..., 0.5)}. */
    private CodeBlock binding(LossTerm term) {
        String output = source(term.output());
        int slot = program.savedSlot(term.name());
        if (!isClassifier()) {
            String factor = loss == Loss.HALF_SQUARED_ERROR ? "0.5" : "1";
            return CodeBlock.of("binding.squaredError($L,$W$T.of($L),$W$L)", output, RuntimeNames.SLOT, slot, factor);
        }
        CodeBlock weight = isMain(term) ? CodeBlock.of("") : CodeBlock.of(",$W$L", Literals.ofDouble(term.weight()));
        return CodeBlock.of("binding.softmaxCrossEntropy($L,$W$T.of($L)$L)", output, RuntimeNames.SLOT, slot, weight);
    }

    private boolean isClassifier() {
        return loss == Loss.CROSS_ENTROPY;
    }

    private boolean isMain(LossTerm term) {
        return term.output().equals(program.output());
    }

    /** {@code public void forward() { stage1.forward(); stage2.forward(); loss.forward(); }} */
    private MethodSpec forward() {
        MethodSpec.Builder forward = overriding("forward", void.class);
        program.blocks().forEach(block -> forward.addStatement("$N.forward()", block.name()));
        program.losses().forEach(term -> forward.addStatement("$N.forward()", term.name()));
        return forward.build();
    }

    /** {@code public void backward() { loss.backward(); stage2.backward(); stage1.backward(); }} */
    private MethodSpec backward() {
        MethodSpec.Builder backward = overriding("backward", void.class);
        program.losses().forEach(term -> backward.addStatement("$N.backward()", term.name()));
        for (int i = program.blocks().size() - 1; i >= 0; i--) {
            backward.addStatement("$N.backward()", program.blocks().get(i).name());
        }
        return backward.build();
    }

    /** {@code public double loss() { return loss.mean() + 0.3 * aux1_fc2_loss.mean(); }} */
    private MethodSpec lossValue() {
        CodeBlock.Builder sum = CodeBlock.builder();
        for (LossTerm term : program.losses()) {
            String value = isClassifier() ? "mean" : "sum";
            sum.add(
                    isMain(term)
                            ? CodeBlock.of("$N.$L()", term.name(), value)
                            : CodeBlock.of("$W+ $L * $N.$L()", Literals.ofDouble(term.weight()), term.name(), value));
        }
        return overriding("loss", double.class)
                .addStatement("return $L", sum.build())
                .build();
    }

    /** {@code public int correct() { return loss.correct(); }} */
    private MethodSpec correct() {
        String main = program.losses().get(0).name();
        return overriding("correct", int.class)
                .addStatement(isClassifier() ? CodeBlock.of("return $N.correct()", main) : CodeBlock.of("return 0"))
                .build();
    }

    private static MethodSpec.Builder overriding(String name, Class<?> type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }
}
