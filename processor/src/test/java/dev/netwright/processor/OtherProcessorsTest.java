package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import lombok.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other processors in the same compilation, before and after ours: each sees the output of the others. */
final class OtherProcessorsTest {
    private static final Source DIGITS = Source.spec("@LeNet", "DigitsSpec");

    /**
     * An annotation that triggers the other processor: after ours, javac doesn't call a processor for annotations that
     * we claim.
     */
    private static final Source TRIGGER = new Source(
            "sample/Trigger.java", "package sample; @FunctionalInterface interface Trigger { void pull(); }");

    /** Writes sources in a given round, and unused sources in the rounds before it. */
    private static final class SourceWriter extends AbstractProcessor {
        private final List<Source> sources;
        private final int round;
        private int rounds;

        SourceWriter(int round, Source... sources) {
            this.round = round;
            this.sources = List.of(sources);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(FunctionalInterface.class.getName());
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            rounds++;
            if (rounds == round) {
                sources.forEach(this::write);
            } else if (rounds < round) {
                write(new Source(
                        "sample/Round" + rounds + ".java", "package sample; interface Round" + rounds + " {}"));
            }
            return false;
        }

        private void write(Source source) {
            String name = source.path().replace(".java", "").replace('/', '.');
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Result compiled(boolean isFirst, Processor other, Source... sources) {
        return SpecCompiler.strictJavac()
                .run(Stream.concat(Stream.of(TRIGGER), Stream.of(sources)).toList(), inOrder(isFirst, other));
    }

    private static List<Processor> inOrder(boolean isFirst, Processor other) {
        Processor ours = new NetwrightProcessor();
        return isFirst ? List.of(other, ours) : List.of(ours, other);
    }

    @ParameterizedTest(name = "the other is first: {0}")
    @ValueSource(booleans = {true, false})
    void aClassThatAnotherProcessorWritesMayUseANetwork(boolean isFirst) {
        Source user = new Source("sample/Owner.java", """
                package sample;

                final class Owner {
                    private Owner() {}

                    static final long PARAMETERS = Digits.PARAMETERS;

                    static String summary() {
                        return Digits.summary();
                    }
                }
                """);

        Result result = compiled(isFirst, new SourceWriter(1, user), DIGITS);

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).containsKeys("sample/Digits.java", "sample/Owner.java");
    }

    @ParameterizedTest(name = "the other is first: {0}")
    @ValueSource(booleans = {true, false})
    void aSpecMayBeWrittenByAnotherProcessorInALaterRound(boolean isFirst) {
        Source caller = new Source(
                "sample/Caller.java", "package sample; interface Caller { long PARAMETERS = Digits.PARAMETERS; }");

        Result result = compiled(isFirst, new SourceWriter(3, DIGITS), caller);

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated("Digits")).contains("PARAMETERS = 61_706L");
    }

    /** In the round in which javac presents the spec, its numbers don't exist yet. */
    @ParameterizedTest(name = "the other is first: {0}")
    @ValueSource(booleans = {true, false})
    void aSpecMayUseNumbersThatAnotherProcessorWrites(boolean isFirst) {
        Source sizes = new Source(
                "sample/Sizes.java",
                "package sample; interface Sizes { int CLASSES = 26; String NAME = \"Letters\"; }");
        Source spec = Source.spec("@LeNet(name = Sizes.NAME, classes = Sizes.CLASSES)", "CharactersSpec");

        Result result = compiled(isFirst, new SourceWriter(2, sizes), spec);

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated("Letters")).contains("images to 26 classes");
    }

    @ParameterizedTest(name = "the other is first: {0}")
    @ValueSource(booleans = {true, false})
    void faultsOfASpecThatWasReadLateAreReported(boolean isFirst) {
        Source sizes = new Source("sample/Sizes.java", "package sample; interface Sizes { int CLASSES = 1; }");
        Source spec = Source.spec("@LeNet(classes = Sizes.CLASSES)", "LettersSpec");

        Result result = compiled(isFirst, new SourceWriter(2, sizes), spec);

        assertThat(result.errors()).hasSize(1);
        assertThat(result.messages())
                .anyMatch(message -> message.startsWith("[netwright:range] classes: found 1, expected at least 2"));
        assertThat(result.generated("Letters")).contains(".ofFaultySpec(");
    }

    @ParameterizedTest(name = "Lombok is first: {0}")
    @ValueSource(booleans = {true, false})
    void lombokAndNetwrightWorkSideBySide(boolean isFirst) throws ReflectiveOperationException {
        Processor lombok = Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                .asSubclass(Processor.class)
                .getConstructor()
                .newInstance();
        Source owner = new Source("sample/Owner.java", """
                package sample;

                import lombok.Value;

                @Value
                final class Owner {
                    Digits digits;
                    String label;

                    static String summaryOf(Owner owner) {
                        return owner.getLabel() + owner.getDigits().type() + Digits.summary();
                    }
                }
                """);
        Result result = SpecCompiler.javac()
                .withClassPath(SpecCompiler.classPathOf(Value.class))
                .run(List.of(DIGITS, owner), inOrder(isFirst, lombok));

        assertThat(result.errors()).isEmpty();
        assertThat(result.generated("Digits")).contains("PARAMETERS = 61_706L");
        assertThat(result.output().resolve("sample/Owner.class")).exists();
    }
}
