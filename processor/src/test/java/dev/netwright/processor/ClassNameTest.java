package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Vgg;
import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of generated classes, and the types that may exist next to them. */
final class ClassNameTest {
    private static final SpecCompiler STRICT = SpecCompiler.strictJavac();
    private static final SpecCompiler ECLIPSE = SpecCompiler.of(new EclipseCompiler(), "--release", "17");

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
                "Layers",
                "Block1",
                // The runtime's types.
                "Dataset",
                "GeneratedNetwork",
                "InferenceKernel",
                "InferenceKernels",
                "InferenceProgram",
                "LossKernel",
                "NetworkLayers",
                "NetworkLayersBuilder",
                "NetworkState",
                "NetworkType",
                "Shape",
                "Training",
                "TrainingKernel",
                "TrainingKernels",
                "TrainingProgram",
                "Window",
                // Java's types.
                "Float",
                "Generated",
                "Override",
                "Path",
                "String",
                // Words that aren't keywords.
                "Record",
                "module",
                "$",
                "Über"
            })
    void aNetworkMayHaveTheName(String name) {
        Result byInterface = STRICT.compile(plainSpec("", name + "Spec"));
        Result byAttribute = STRICT.compile(plainSpec("name = \"" + name + "\"", "OtherSpec"));

        assertThat(byInterface.messages()).isEmpty();
        assertThat(byAttribute.messages()).isEmpty();
        assertThat(byInterface.generated().keySet()).containsExactly("sample/" + name + ".java");
        assertThat(byAttribute.generated(name)).contains("class " + name + " extends ");
    }

    /**
     * The class would take precedence over wildcard imports in every source of its package, whatever the spec itself
     * imports.
     */
    @Test
    void noNetworkHasTheNameOfAnAnnotation() throws IOException {
        List<String> names = namesOfAnnotations();
        List<Source> specs = names.stream()
                .flatMap(name -> Stream.of(
                        Source.spec("@LeNet", name + "Spec"),
                        plainSpec("name = \"" + name + "\"", "Other" + name + "Spec")))
                .toList();

        assertThat(names).hasSizeGreaterThan(20);
        for (SpecCompiler compiler : List.of(SpecCompiler.javac(), ECLIPSE)) {
            Result result = compiler.compile(specs);

            assertThat(result.messages())
                    .hasSameSizeAs(specs)
                    .allMatch(message -> message.startsWith("[netwright:hidden-annotation] "));
            assertThat(result.generated()).isEmpty();
        }
    }

    /** The types of the package, which is a folder or a jar. */
    private static List<String> namesOfAnnotations() throws IOException {
        String annotations = Vgg.class.getPackageName();
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(SpecCompiler.classPathOf(Vgg.class)));
            Iterable<JavaFileObject> classes =
                    files.list(StandardLocation.CLASS_PATH, annotations, EnumSet.of(JavaFileObject.Kind.CLASS), false);
            return StreamSupport.stream(classes.spliterator(), false)
                    .map(file -> files.inferBinaryName(StandardLocation.CLASS_PATH, file)
                            .substring(annotations.length() + 1))
                    .filter(name -> !name.contains("$") && !name.contains("-"))
                    .toList();
        }
    }

    /** The natural first spec of each family; the fix in its message leads to a network. */
    @ParameterizedTest
    @MethodSource("families")
    void theAdvisedNameIsFree(String annotation) {
        String family = annotation.replaceFirst("[({].*", "");
        Result first = STRICT.compile(spec("@" + annotation, family));
        String advised = first.messages().get(0).replaceFirst("(?s).*set (name = \"\\w+\").*", "$1");
        String written = annotation.endsWith(")")
                ? annotation.replaceFirst("\\(", "(" + advised + ", ")
                : annotation + "(" + advised + ")";

        for (SpecCompiler compiler : List.of(STRICT, ECLIPSE)) {
            Result second = compiler.compile(spec("@" + written, family));

            assertThat(second.errors()).isEmpty();
            assertThat(second.generated()).hasSize(1);
        }
    }

    private static Source spec(String annotation, String family) {
        return Source.specWithStages(
                annotation, family.equals("Network") ? "@Linear(units = 2) void classes();" : "", family + "Spec");
    }

    static List<String> families() {
        return List.of(
                "LeNet",
                "AlexNet",
                "Nin",
                "Vgg(blocks = @Vgg.Block(convs = 1, channels = 2))",
                "ResNet(stages = @ResNet.Stage(blocks = 1, channels = 2))",
                "DenseNet(blocks = @DenseNet.Block(layers = 1))",
                "Inception(stages = @Inception.Stage(modules = @Inception.Module("
                        + "c1x1 = 1, reduce3x3 = 1, c3x3 = 1, reduce5x5 = 1, c5x5 = 1, pool = 1)))",
                "Network(input = @Input(channels = 1, height = 4, width = 4))");
    }

    @Test
    void classesThatDifferOnlyInCaseAreRejected() {
        Source digits = plainSpec("", "DigitsSpec");
        Source small = plainSpec("name = \"digits\"", "OtherSpec");
        Source written = new Source("sample/digits.java", "package sample; final class digits {}");

        for (SpecCompiler compiler : List.of(SpecCompiler.javac(), ECLIPSE)) {
            assertThat(compiler.compile(digits, small).messages())
                    .singleElement()
                    .asString()
                    .startsWith("[netwright:class-name] name: sample.digits differs from sample.Digits only in case");
            assertThat(compiler.compile(digits, written).messages())
                    .singleElement()
                    .asString()
                    .startsWith("[netwright:class-name] name: sample.Digits differs from sample.digits only in case");
        }
    }

    @Test
    void aRenamedSpecMayDifferFromItsOldClassOnlyInCase() {
        Result first = SpecCompiler.javac().compile(plainSpec("", "DigitsSpec"));
        Result second = SpecCompiler.javac().withClassPath(first.output()).compile(plainSpec("", "DIGITSSpec"));

        assertThat(second.messages()).isEmpty();
        assertThat(second.generated()).containsOnlyKeys("sample/DIGITS.java");
    }

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
    void specsWithTheSameNameInTwoPackagesDoNotClash() {
        Result result = STRICT.compile(
                new Source("a/DigitsSpec.java", "package a; @dev.netwright.annotations.LeNet interface DigitsSpec {}"),
                new Source("b/DigitsSpec.java", "package b; @dev.netwright.annotations.LeNet interface DigitsSpec {}"));

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).containsOnlyKeys("a/Digits.java", "b/Digits.java");
    }
}
