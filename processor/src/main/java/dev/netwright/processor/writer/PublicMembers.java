package dev.netwright.processor.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.processor.declaration.GeneratedAnnotation;
import dev.netwright.processor.declaration.SpecDeclaration;
import java.nio.file.Path;
import javax.lang.model.element.Modifier;

/**
 * The public members of a generated class. They are the same for every network; the class of a faulty spec has them,
 * too, so that the code that calls them adds no errors.
 */
final class PublicMembers {
    /** The value of {@code @Generated}. */
    private static final String PROCESSOR = "dev.netwright.processor.NetwrightProcessor";

    static final String PARAMETERS = "PARAMETERS";
    static final String RUNNING_STATISTICS = "RUNNING_STATISTICS";
    static final String TRAINING_BYTES = "TRAINING_BYTES_PER_IMAGE";
    static final String INFERENCE_BYTES = "INFERENCE_BYTES_PER_IMAGE";

    private final ClassName network;
    private final SpecDeclaration spec;

    PublicMembers(SpecDeclaration spec) {
        this.spec = spec;
        this.network = ClassName.get(spec.packageName(), spec.className());
    }

    ClassName network() {
        return network;
    }

    /** The simple name of a nested class; Java doesn't allow it to be the name of the enclosing class. */
    String nested(String wanted) {
        return wanted.equals(network.simpleName()) ? wanted + "Part" : wanted;
    }

    /**
     * Writes
     * <pre>
     * &#64;Generated(value = "...", comments = "from LeNet5Spec; edit the spec, not this file")
     * public final class LeNet5 extends GeneratedNetwork {
     *     private LeNet5(NetworkState state) {
     *         super(TYPE, state);
     *     }
     * </pre>
     * without the annotation where the spec's module doesn't read the module that has it.
     */
    TypeSpec.Builder type() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(network).addModifiers(Modifier.FINAL).superclass(RuntimeNames.GENERATED_NETWORK);
        if (spec.seesGenerated()) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(GeneratedAnnotation.NAME))
                    .addMember("value", "$S", PROCESSOR)
                    .addMember("comments", "$S", "from " + spec.interfaceName() + "; edit the spec, not this file")
                    .build());
        }
        if (spec.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        return type;
    }

    MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeNames.NETWORK_STATE, "state")
                .addStatement("super(TYPE, state)")
                .build();
    }

    /** {@code public static final long PARAMETERS = 61_706L;} */
    static FieldSpec constant(Class<?> type, String name, String literal, String meaning) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", literal)
                .addJavadoc("$L\n", meaning)
                .build();
    }

    /** {@code public static final NetworkType<LeNet5> TYPE = ...;} */
    FieldSpec typeConstant(CodeBlock value) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.NETWORK_TYPE, network),
                        "TYPE",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value)
                .addJavadoc("Describes this network to the runtime.\n")
                .build();
    }

    /** {@code public static LeNet5 train(Dataset data, Training training) { return TYPE.train(data, training); }} */
    MethodSpec train() {
        return factory("train", "Trains a new network on a dataset.\n")
                .addParameter(RuntimeNames.DATASET, "data")
                .addParameter(RuntimeNames.TRAINING, "training")
                .addStatement("return TYPE.train(data, training)")
                .build();
    }

    /** {@code public static LeNet5 load(Path file) { return TYPE.load(file); }} */
    MethodSpec load() {
        return factory("load", "Loads a network from a file that {@code save} wrote.\n")
                .addParameter(Path.class, "file")
                .addStatement("return TYPE.load(file)")
                .build();
    }

    /** {@code public static String summary() { return TYPE.summary(); }} */
    MethodSpec summary() {
        return MethodSpec.methodBuilder("summary")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(String.class)
                .addJavadoc("Returns the table of layers, with one line for each layer.\n")
                .addStatement("return TYPE.summary()")
                .build();
    }

    /** {@code public static long trainingBytes(int batch) { return trainingBytes(batch, 0); }} */
    MethodSpec trainingBytes() {
        return bytes("trainingBytes", """
                        Returns the bytes of a training step on the reference machine ($L), for an optimizer
                        that keeps no state.
                        """)
                .addStatement("return trainingBytes(batch, 0)")
                .build();
    }

    /** {@code public static long trainingBytes(int batch, int optimizerStates) { return TYPE.trainingBytes(batch, optimizerStates); }} */
    MethodSpec trainingBytesWithStates() {
        return bytes("trainingBytes", """
                        Returns the bytes of a training step on the reference machine ($L), for an optimizer
                        that keeps {@code optimizerStates} values for each parameter: 1 with momentum, 2 with Adam.
                        {@code boundBytes} returns the bytes on this machine.
                        """)
                .addParameter(int.class, "optimizerStates")
                .addStatement("return TYPE.trainingBytes(batch, optimizerStates)")
                .build();
    }

    /** {@code public static long inferenceBytes(int batch) { return TYPE.inferenceBytes(batch); }} */
    MethodSpec inferenceBytes() {
        return bytes("inferenceBytes", """
                        Returns the bytes of a prediction on the reference machine ($L), including parameters.
                        """)
                .addStatement("return TYPE.inferenceBytes(batch)")
                .build();
    }

    private static MethodSpec.Builder bytes(String name, String meaning) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(long.class)
                .addJavadoc(meaning, OneDnnReference.NAME)
                .addParameter(int.class, "batch");
    }

    private MethodSpec.Builder factory(String name, String meaning) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(network)
                .addJavadoc(meaning);
    }
}
