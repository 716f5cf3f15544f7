package dev.netwright.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.network.Loss;
import dev.netwright.processor.plan.LayerParameters;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class of a network: constants, public face, training step, inference pass. */
public final class NetworkWriter {
    private static final String TRAINING_CLASS = "TrainingStep";
    private static final String INFERENCE_CLASS = "InferencePass";

    private NetworkWriter() {}

    /** The class of a sound spec. */
    public static JavaFile write(NetworkPlan plan) {
        PublicFace face = new PublicFace(plan.spec());
        TypeSpec.Builder type = face.type().addJavadoc(javadoc(plan));
        constants(
                type,
                plan.parameterCount(),
                plan.statisticsCount(),
                plan.multiplyAdds(),
                plan.receptiveField(),
                Float.BYTES * plan.training().floatsPerImage(),
                Float.BYTES * plan.inference().floatsPerImage());
        type.addField(text("SUMMARY", SummaryTable.lines(plan)));
        type.addField(text("LAYERS", LayerList.lines(plan)));
        type.addField(text("TORCH_NAMES", TorchNameList.lines(plan)));
        type.addField(face.typeConstant(typeValue(plan, face)));
        addMethods(type, face);
        type.addType(new ProgramWriter(plan.training(), plan.loss(), TRAINING_CLASS, face).write());
        type.addType(new ProgramWriter(plan.inference(), plan.loss(), INFERENCE_CLASS, face).write());
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
            long trainingBytes,
            long inferenceBytes) {
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
                Literals.ofLong(trainingBytes),
                "Bytes of all slots of a training step, for each image of a batch."));
        type.addField(PublicFace.constant(
                long.class,
                PublicFace.INFERENCE_BYTES,
                Literals.ofLong(inferenceBytes),
                "Bytes of all slots of a prediction, for each image of a batch."));
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
                        plan.images(),
                        plan.classes(),
                        outputs(plan),
                        plan.paper());
        SummaryTable.lines(plan).forEach(line -> text.add("$L\n", line));
        return text.add("</pre>\n").build();
    }

    private static String outputs(NetworkPlan plan) {
        return plan.loss() == Loss.CROSS_ENTROPY ? "classes" : "values";
    }

    /** {@code private static final String SUMMARY = """...""";} */
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
     * NetworkType.builder(LeNet5.class, LeNet5::new)
     *         .images(Shape.image(1, 28, 28))
     *         .classes(10)
     *         .fingerprint("...")
     *         .parameters(...)
     *         .bytesPerImage(TRAINING_BYTES_PER_IMAGE, INFERENCE_BYTES_PER_IMAGE)
     *         .summary(SUMMARY)
     *         .layers(LAYERS)
     *         .torchNames(TORCH_NAMES)
     *         .programs(TrainingStep::new, InferencePass::new)
     *         .build()
     * </pre>
     */
    private static CodeBlock typeValue(NetworkPlan plan, PublicFace face) {
        return CodeBlock.builder()
                .add("$T.builder($T.class, $T::new)$>$>", RuntimeNames.NETWORK_TYPE, face.network(), face.network())
                .add("\n.images($L)", BlockWriter.shape(plan.images()))
                .add("\n.$L($L)", outputs(plan), plan.classes())
                .add("\n.fingerprint($S)", plan.fingerprint())
                .add("\n.parameters($L)", parameters(plan.parameters()))
                .add("\n.bytesPerImage($N, $N)", PublicFace.TRAINING_BYTES, PublicFace.INFERENCE_BYTES)
                .add("\n.summary(SUMMARY)")
                .add("\n.layers(LAYERS)")
                .add("\n.torchNames(TORCH_NAMES)")
                .add("\n.programs($L::new, $L::new)", face.nested(TRAINING_CLASS), face.nested(INFERENCE_CLASS))
                .add("\n.build()$<$<")
                .build();
    }

    /** {@code ParameterTable.builder().convolution("c1", 6, 1, 5, 5).linear("c5", 120, 400).build()}, a layer on each line. */
    private static CodeBlock parameters(List<LayerParameters> layers) {
        CodeBlock.Builder table = CodeBlock.builder().add("$T.builder()$>$>", RuntimeNames.PARAMETER_TABLE);
        for (LayerParameters layer : layers) {
            String method = switch (layer.weight().size()) {
                case 1 -> "norm";
                case 2 -> "linear" + (layer.hasBias() ? "" : "WithoutBias");
                case 4 -> "convolution" + (layer.hasBias() ? "" : "WithoutBias");
                default -> throw new IllegalArgumentException("no parameters are shaped as " + layer);
            };
            String dimensions = layer.weight().stream().map(Object::toString).collect(Collectors.joining(", "));
            table.add("\n.$L($S, $L)", method, layer.layer(), dimensions);
        }
        return table.add("\n.build()$<$<").build();
    }
}
