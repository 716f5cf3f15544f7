package dev.netwright.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.operation.GeneratedCode;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class of a network: constants, public members, list of layers, training step, inference pass. */
public final class NetworkWriter {
    private static final String LAYERS_CLASS = "Layers";

    private NetworkWriter() {}

    /** The class of a spec without errors. */
    public static JavaFile write(NetworkPlan plan) {
        PublicMembers members = new PublicMembers(plan.spec());
        TypeSpec.Builder type = members.type().addJavadoc(javadoc(plan));
        constants(
                type,
                plan.parameterCount(),
                plan.statisticsCount(),
                plan.multiplyAdds(),
                plan.receptiveField(),
                plan.trainingBytesPerImage(),
                plan.inferenceBytesPerImage());
        type.addField(text("TORCH_NAMES", TorchNameList.lines(plan)));
        type.addField(members.typeConstant(typeValue(plan, members)));
        addMethods(type, members);
        type.addType(new LayersWriter(plan.layers(), members.nested(LAYERS_CLASS)).write());
        type.addType(new ProgramWriter(plan.training().program(), members).write());
        type.addType(new ProgramWriter(plan.inference().program(), members).write());
        return file(plan.spec(), type.build());
    }

    /** The class of a faulty spec: every member that a user's code may call, and a type that always fails. */
    public static JavaFile writeFaulty(SpecDeclaration spec) {
        PublicMembers members = new PublicMembers(spec);
        TypeSpec.Builder type = members.type()
                .addJavadoc("Placeholder for the network of {@code $L}, which has errors.\n", spec.interfaceName());
        constants(type, 0, 0, 0, 0, 0, 0);
        type.addField(members.typeConstant(
                CodeBlock.of("$T.ofFaultySpec($S)", RuntimeNames.NETWORK_TYPE, spec.interfaceName())));
        addMethods(type, members);
        return file(spec, type.build());
    }

    private static JavaFile file(SpecDeclaration spec, TypeSpec type) {
        JavaFile.Builder file =
                JavaFile.builder(spec.packageName(), type).indent("    ").skipJavaLangImports(true);
        if (!spec.seesGenerated()) {
            file.addFileComment("Generated from $L; edit the spec, not this file.", spec.interfaceName());
        }
        return file.build();
    }

    private static void addMethods(TypeSpec.Builder type, PublicMembers members) {
        type.addMethod(members.constructor());
        type.addMethod(members.train());
        type.addMethod(members.load());
        type.addMethod(members.summary());
        type.addMethod(members.trainingBytes());
        type.addMethod(members.trainingBytesWithStates());
        type.addMethod(members.inferenceBytes());
    }

    private static void constants(
            TypeSpec.Builder type,
            long parameters,
            long statistics,
            long multiplyAdds,
            long receptiveField,
            long trainingBytesPerImage,
            long inferenceBytesPerImage) {
        type.addField(PublicMembers.constant(
                long.class, PublicMembers.PARAMETERS, Literals.ofLong(parameters), "Number of trainable parameters."));
        type.addField(PublicMembers.constant(
                long.class,
                PublicMembers.RUNNING_STATISTICS,
                Literals.ofLong(statistics),
                "Number of values in the batch norms' running means and variances, which aren't trainable."));
        type.addField(PublicMembers.constant(
                long.class,
                "FORWARD_MACS",
                Literals.ofLong(multiplyAdds),
                "Multiply-adds of the forward pass of one image, including biases."));
        type.addField(PublicMembers.constant(
                long.class,
                "RECEPTIVE_FIELD",
                Literals.ofLong(receptiveField),
                "Side of the square that one value of the last spatial layer sees, in pixels."));
        type.addField(PublicMembers.constant(
                long.class,
                PublicMembers.TRAINING_BYTES,
                Literals.ofLong(trainingBytesPerImage),
                "Bytes that each image of a large batch adds to a training step (" + OneDnnReference.NAME + ")."));
        type.addField(PublicMembers.constant(
                long.class,
                PublicMembers.INFERENCE_BYTES,
                Literals.ofLong(inferenceBytesPerImage),
                "Bytes that each image of a large batch adds to a prediction (" + OneDnnReference.NAME + ")."));
    }

    /**
     * Writes
     * <pre>
     * LeNet5 maps 1x28x28 images to 10 classes. It follows LeNet-5 (LeCun et al., 1998).
     *
     * &lt;pre&gt;
     * layer   output ...
     * &lt;/pre&gt;
     * </pre>
     */
    private static CodeBlock javadoc(NetworkPlan plan) {
        CodeBlock.Builder text = CodeBlock.builder()
                .add(
                        "$L maps $L images to $L $L. It follows $L.\n\n<pre>\n",
                        plan.spec().className(),
                        plan.images().shape(),
                        plan.classes(),
                        plan.outputs(),
                        plan.paper());
        return text.add("$L</pre>\n", plan.layers().summary()).build();
    }

    /**
     * {@code private static final String TORCH_NAMES = """...""";}, and {@code String.join("", """...""", """...""")} for
     * a text that exceeds one constant. The compiler joins only constants that {@code +} joins.
     */
    private static FieldSpec text(String name, List<String> lines) {
        List<String> constants = TextBlocks.of(lines);
        CodeBlock value = constants.size() == 1
                ? CodeBlock.of("$L", constants.get(0))
                : CodeBlock.of("$T.join(\"\", $L)", String.class, String.join(", ", constants));
        return FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    /**
     * Writes
     * <pre>
     * NetworkType.generated(2, LeNet5.class, LeNet5::new)
     *         .layers(Layers.list())
     *         .fingerprint("...")
     *         .torchNames(TORCH_NAMES)
     *         .programs(TrainingStep::new, InferencePass::new)
     *         .build()
     * </pre>
     */
    private static CodeBlock typeValue(NetworkPlan plan, PublicMembers members) {
        return CodeBlock.builder()
                .add(
                        "$T.generated($L, $T.class, $T::new)$>$>",
                        RuntimeNames.NETWORK_TYPE,
                        GeneratedCode.VERSION,
                        members.network(),
                        members.network())
                .add("\n.layers($L.list())", members.nested(LAYERS_CLASS))
                .add("\n.fingerprint($S)", plan.fingerprint())
                .add("\n.torchNames(TORCH_NAMES)")
                .add(
                        "\n.programs($L::new, $L::new)",
                        members.nested(KernelType.TRAINING.className()),
                        members.nested(KernelType.INFERENCE.className()))
                .add("\n.build()$<$<")
                .build();
    }
}
