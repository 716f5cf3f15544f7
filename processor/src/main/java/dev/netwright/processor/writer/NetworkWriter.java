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
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class of a network: constants, public face, list of layers, training step, inference pass. */
public final class NetworkWriter {
    private static final String LAYERS_CLASS = "Layers";

    private NetworkWriter() {}

    /** The class of a spec without errors. */
    public static JavaFile write(NetworkPlan plan) {
        PublicFace face = new PublicFace(plan.spec());
        TypeSpec.Builder type = face.type().addJavadoc(javadoc(plan));
        constants(
                type,
                plan.parameterCount(),
                plan.statisticsCount(),
                plan.multiplyAdds(),
                plan.receptiveField(),
                plan.trainingBytesPerImage(),
                plan.inferenceBytesPerImage());
        type.addField(text("TORCH_NAMES", TorchNameList.lines(plan)));
        type.addField(face.typeConstant(typeValue(plan, face)));
        addMethods(type, face);
        type.addType(new LayersWriter(plan.layers(), face.nested(LAYERS_CLASS)).write());
        type.addType(new ProgramWriter(plan.training().program(), face).write());
        type.addType(new ProgramWriter(plan.inference().program(), face).write());
        return file(plan.spec(), type.build());
    }

    /** The class of a faulty spec: every member that a user's code may call, and a type that refuses to work. */
    public static JavaFile writeFaulty(SpecDeclaration spec) {
        PublicFace face = new PublicFace(spec);
        TypeSpec.Builder type = face.type()
                .addJavadoc("Stands in for the network of {@code $L}, which has errors.\n", spec.interfaceName());
        constants(type, 0, 0, 0, 0, 0, 0);
        type.addField(face.typeConstant(
                CodeBlock.of("$T.ofFaultySpec($S)", RuntimeNames.NETWORK_TYPE, spec.interfaceName())));
        addMethods(type, face);
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

    private static void addMethods(TypeSpec.Builder type, PublicFace face) {
        type.addMethod(face.constructor());
        type.addMethod(face.train());
        type.addMethod(face.load());
        type.addMethod(face.summary());
        type.addMethod(face.trainingBytes());
        type.addMethod(face.trainingBytesWithStates());
        type.addMethod(face.inferenceBytes());
    }

    private static void constants(
            TypeSpec.Builder type,
            long parameters,
            long statistics,
            long multiplyAdds,
            long receptiveField,
            long trainingBytesPerImage,
            long inferenceBytesPerImage) {
        type.addField(PublicFace.constant(
                long.class, PublicFace.PARAMETERS, Literals.ofLong(parameters), "Trainable parameters."));
        type.addField(PublicFace.constant(
                long.class,
                PublicFace.RUNNING_STATISTICS,
                Literals.ofLong(statistics),
                "Values of the batch norms' running means and variances, which aren't trainable."));
        type.addField(PublicFace.constant(
                long.class,
                "FORWARD_MACS",
                Literals.ofLong(multiplyAdds),
                "Multiply-adds of one image's forward pass, biases included."));
        type.addField(PublicFace.constant(
                long.class,
                "RECEPTIVE_FIELD",
                Literals.ofLong(receptiveField),
                "Side of the square of pixels that one value of the last spatial layer sees."));
        type.addField(PublicFace.constant(
                long.class,
                PublicFace.TRAINING_BYTES,
                Literals.ofLong(trainingBytesPerImage),
                "Bytes that each image adds to a training step of a large batch: " + OneDnnReference.NAME + "."));
        type.addField(PublicFace.constant(
                long.class,
                PublicFace.INFERENCE_BYTES,
                Literals.ofLong(inferenceBytesPerImage),
                "Bytes that each image adds to a prediction of a large batch: " + OneDnnReference.NAME + "."));
    }

    /**
     * Writes
     * <pre>
     * LeNet5: 1x28x28 images to 10 classes, after LeNet-5 (LeCun et al., 1998).
     *
     * &lt;pre&gt;
     * layer   output ...
     * &lt;/pre&gt;
     * </pre>
     */
    private static CodeBlock javadoc(NetworkPlan plan) {
        CodeBlock.Builder text = CodeBlock.builder()
                .add(
                        "$L: $L images to $L $L, after $L.\n\n<pre>\n",
                        plan.spec().className(),
                        plan.images().shape(),
                        plan.classes(),
                        plan.outputs(),
                        plan.paper());
        return text.add("$L</pre>\n", plan.layers().summary()).build();
    }

    /** {@code private static final String TORCH_NAMES = """...""";} */
    private static FieldSpec text(String name, List<String> lines) {
        String indent = " ".repeat(12);
        String table = lines.stream()
                .map(line -> indent + line + "\n")
                .collect(Collectors.joining("", "\"\"\"\n", indent + "\"\"\""));
        return FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", table)
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
    private static CodeBlock typeValue(NetworkPlan plan, PublicFace face) {
        return CodeBlock.builder()
                .add(
                        "$T.generated($L, $T.class, $T::new)$>$>",
                        RuntimeNames.NETWORK_TYPE,
                        GeneratedCode.VERSION,
                        face.network(),
                        face.network())
                .add("\n.layers($L.list())", face.nested(LAYERS_CLASS))
                .add("\n.fingerprint($S)", plan.fingerprint())
                .add("\n.torchNames(TORCH_NAMES)")
                .add(
                        "\n.programs($L::new, $L::new)",
                        face.nested(KernelType.TRAINING.className()),
                        face.nested(KernelType.INFERENCE.className()))
                .add("\n.build()$<$<")
                .build();
    }
}
