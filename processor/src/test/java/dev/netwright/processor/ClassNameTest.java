package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes are written under which names, and what they may stand beside. */
final class ClassNameTest {
    private static final SpecCompiler STRICT = SpecCompiler.strictJavac();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Its own nested classes.
                "Classifier",
                "ClassifierInference",
                "Stage1",
                "Stage2Inference",
                "TrainingStep",
                "InferencePass",
                "Block1",
                // The runtime's types.
                "Activation",
                "ActivationFunction",
                "Binding",
                "ConvBiasActivation",
                "Dataset",
                "GeneratedNetwork",
                "InferenceProgram",
                "Linear",
                "Network",
                "NetworkState",
                "NetworkType",
                "ParameterTable",
                "Pool",
                "PoolKind",
                "Shape",
                "Slot",
                "SoftmaxCrossEntropy",
                "Training",
                "TrainingProgram",
                "Window",
                // Java's types.
                "Float",
                "Generated",
                "Override",
                "Path",
                "String",
                // The annotations themselves, and what is no keyword.
                "LeNet",
                "Vgg",
                "Record",
                "module",
                "$",
                "Über"
            })
    void aNetworkMayBeCalled(String name) {
        Result byInterface = STRICT.compile(plainSpec("", name + "Spec"));
        Result byAttribute = STRICT.compile(plainSpec("name = \"" + name + "\"", "OtherSpec"));

        assertThat(byInterface.messages()).isEmpty();
        assertThat(byAttribute.messages()).isEmpty();
        assertThat(byInterface.generated().keySet()).containsExactly("sample/" + name + ".java");
        assertThat(byAttribute.generated(name)).contains("class " + name + " extends ");
    }

    /** Without an import on demand, which would prefer the generated class to the annotations' own types. */
    private static Source plainSpec(String attributes, String interfaceName) {
        return new Source("sample/" + interfaceName + ".java", """
                package sample;

                @dev.netwright.annotations.LeNet(%s)
                public interface %s {}
                """.formatted(attributes, interfaceName));
    }

    @Test
    void theClassIsAsPublicAsItsSpec() {
        Result result = STRICT.compile(
                new Source(
                        "sample/OpenSpec.java",
                        "package sample; @dev.netwright.annotations.LeNet public interface OpenSpec {}"),
                new Source(
                        "sample/OwnSpec.java",
                        "package sample; @dev.netwright.annotations.LeNet interface OwnSpec {}"));

        assertThat(result.generated("Open")).contains("\npublic final class Open ");
        assertThat(result.generated("Own")).contains("\nfinal class Own ");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void aSpecInTheUnnamedPackageHasItsClassThere() {
        Result result = STRICT.compile(
                new Source("DigitsSpec.java", "@dev.netwright.annotations.LeNet public interface DigitsSpec {}"));

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).containsOnlyKeys("Digits.java");
    }

    @Test
    void specsOfOneNameInTwoPackagesDoNotMeet() {
        Result result = STRICT.compile(
                new Source("a/DigitsSpec.java", "package a; @dev.netwright.annotations.LeNet interface DigitsSpec {}"),
                new Source("b/DigitsSpec.java", "package b; @dev.netwright.annotations.LeNet interface DigitsSpec {}"));

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).containsOnlyKeys("a/Digits.java", "b/Digits.java");
    }
}
