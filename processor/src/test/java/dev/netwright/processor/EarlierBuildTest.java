package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Builds that find the classes of an earlier build on the class path, as incremental ones do. */
final class EarlierBuildTest {
    private static final Source SPEC = Source.spec("@LeNet", "DigitsSpec");
    private static final Source CALLER = new Source("sample/Caller.java", """
            package sample;

            final class Caller {
                static final long PARAMETERS = Digits.PARAMETERS;

                private Digits digits;

                String summary() {
                    return Digits.summary() + digits;
                }
            }
            """);

    @Test
    void aClassOfAnEarlierBuildIsWrittenAgain() {
        Result first = SpecCompiler.javac().compile(SPEC, CALLER);
        Result second = SpecCompiler.javac().withClassPath(first.output()).compile(SPEC, CALLER);

        assertThat(first.messages()).isEmpty();
        assertThat(second.messages()).isEmpty();
        assertThat(second.generated()).isEqualTo(first.generated());
    }

    @Test
    void theSpecCanBeCompiledAgainOnItsOwn() {
        Result first = SpecCompiler.javac().compile(SPEC, CALLER);
        Source changed = Source.spec("@LeNet(classes = 26)", "DigitsSpec");
        Result second = SpecCompiler.javac().withClassPath(first.output()).compile(changed);

        assertThat(second.messages()).isEmpty();
        assertThat(second.generated("Digits")).contains("images to 26 classes");
    }

    /** The old class is still there, because nobody cleaned the folder: it doesn't block the name of the new spec. */
    @Test
    void aRenamedSpecGetsItsClassWhateverTheOldOneLeft() {
        Result first = SpecCompiler.javac().compile(SPEC, CALLER);
        SpecCompiler again = SpecCompiler.javac().withClassPath(first.output());
        Result otherClass = again.compile(Source.spec("@LeNet", "NumeralsSpec"));
        Result sameClass = again.compile(Source.spec("@LeNet(name = \"Digits\", classes = 26)", "LettersSpec"), CALLER);

        assertThat(otherClass.messages()).isEmpty();
        assertThat(otherClass.generated()).containsOnlyKeys("sample/Numerals.java");
        assertThat(sameClass.messages()).isEmpty();
        assertThat(sameClass.generated("Digits")).contains("images to 26 classes");
    }

    @Test
    void theCallerCanBeCompiledAgainOnItsOwn() {
        Result first = SpecCompiler.javac().compile(SPEC, CALLER);
        Result second = SpecCompiler.of(ToolProvider.getSystemJavaCompiler())
                .withClassPath(first.output())
                .compile(CALLER);

        assertThat(second.messages()).isEmpty();
        assertThat(second.generated()).isEmpty();
    }

    @Test
    void aHandWrittenClassOfAnEarlierBuildIsNotReplaced() {
        Result first = SpecCompiler.javac()
                .compile(new Source("sample/Digits.java", "package sample; public final class Digits {}"));
        Result second = SpecCompiler.javac().withClassPath(first.output()).compile(SPEC);

        assertThat(second.messages())
                .singleElement()
                .asString()
                .startsWith("[netwright:class-name] name: the type sample.Digits already exists (");
        assertThat(second.generated()).isEmpty();
    }

    @Test
    void generatedSourcesThatAreCompiledAsSourcesAreReported() {
        Result first = SpecCompiler.javac().compile(SPEC);
        Result second = SpecCompiler.javac().compile(SPEC, new Source("sample/Digits.java", first.generated("Digits")));

        assertThat(second.messages())
                .singleElement()
                .asString()
                .startsWith(
                        "[netwright:class-name] name: another spec or source file of this compilation already declares "
                                + "sample.Digits (");
    }
}
