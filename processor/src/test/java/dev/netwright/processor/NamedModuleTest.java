package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;

/**
 * Specs in a named module: what it doesn't require, the generated class must not import. Eclipse's compiler finds generated
 * classes from no other source of a named module, whoever generates them, so it compiles the spec alone.
 */
final class NamedModuleTest {
    private static final String READS = "sample=ALL-UNNAMED";
    private static final SpecCompiler STRICT = SpecCompiler.strictJavac("--add-reads", READS);
    private static final SpecCompiler ECLIPSE =
            SpecCompiler.of(new EclipseCompiler(), "-17", "--add-reads", READS, "-proceedOnError");
    private static final Source SOUND = Source.spec("@LeNet", "DigitsSpec");
    private static final Source FAULTY = Source.spec("@LeNet(classes = 1)", "DigitsSpec");
    private static final Source CALLER = new Source("sample/Caller.java", """
            package sample;

            final class Caller {
                static final long PARAMETERS = Digits.PARAMETERS;
            }
            """);

    private static Source module(String requires) {
        return new Source("module-info.java", "module sample {" + requires + "}");
    }

    @Test
    void aModuleNeedsNotRequireJavaCompiler() {
        Result result = STRICT.compile(module(""), SOUND, CALLER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated("Digits"))
                .startsWith("// Generated from DigitsSpec; edit the spec, not this file.\n")
                .doesNotContain("javax.annotation");
        assertThat(ECLIPSE.compile(module(""), SOUND).errors()).isEmpty();
        assertThat(ECLIPSE.compile(module(""), SOUND).generated()).isEqualTo(result.generated());
    }

    @Test
    void aFaultySpecHasItsOwnErrorAlone() {
        assertThat(STRICT.compile(module(""), FAULTY, CALLER).messages())
                .singleElement()
                .asString()
                .startsWith("[netwright:range] ");
        assertThat(ECLIPSE.compile(module(""), FAULTY).messages())
                .singleElement()
                .asString()
                .startsWith("[netwright:range] ");
    }

    @Test
    void theAnnotationIsThereWhereTheModuleSeesIt() {
        Source module = module("requires java.compiler;");
        Result required = STRICT.compile(module, SOUND, CALLER);
        Result unnamed = SpecCompiler.strictJavac().compile(SOUND, CALLER);

        assertThat(required.messages()).isEmpty();
        assertThat(unnamed.messages()).isEmpty();
        assertThat(required.generated("Digits")).contains("\n@Generated(");
        assertThat(required.generated()).isEqualTo(unnamed.generated());
        assertThat(ECLIPSE.compile(module, SOUND).generated()).isEqualTo(unnamed.generated());
        assertThat(STRICT.compile(module("requires jdk.compiler;"), SOUND).generated())
                .isEqualTo(unnamed.generated());
    }
}
