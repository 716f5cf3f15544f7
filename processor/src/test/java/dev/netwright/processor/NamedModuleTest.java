package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;

/**
 * Specs in a named module: the generated class must not import what the module doesn't require. In a named module,
 * Eclipse's compiler doesn't find generated classes of any processor from other sources, so it compiles only the spec.
 */
final class NamedModuleTest {
    private static final String READS = "sample=ALL-UNNAMED";
    private static final SpecCompiler STRICT = SpecCompiler.strictJavac("--add-reads", READS);
    private static final SpecCompiler ECLIPSE =
            SpecCompiler.of(new EclipseCompiler(), "-17", "--add-reads", READS, "-proceedOnError");
    private static final Source VALID = Source.spec("@LeNet", "DigitsSpec");
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
    void aModuleNeedNotRequireJavaCompiler() {
        Result result = STRICT.compile(module(""), VALID, CALLER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.generated("Digits"))
                .startsWith("// Generated from DigitsSpec; edit the spec, not this file.\n")
                .doesNotContain("javax.annotation");
        assertThat(ECLIPSE.compile(module(""), VALID).errors()).isEmpty();
        assertThat(ECLIPSE.compile(module(""), VALID).generated()).isEqualTo(result.generated());
    }

    @Test
    void aFaultySpecHasOnlyItsOwnError() {
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
        Result required = STRICT.compile(module, VALID, CALLER);
        Result unnamed = SpecCompiler.strictJavac().compile(VALID, CALLER);

        assertThat(required.messages()).isEmpty();
        assertThat(unnamed.messages()).isEmpty();
        assertThat(required.generated("Digits")).contains("\n@Generated(");
        assertThat(required.generated()).isEqualTo(unnamed.generated());
        assertThat(ECLIPSE.compile(module, VALID).generated()).isEqualTo(unnamed.generated());
        assertThat(STRICT.compile(module("requires jdk.compiler;"), VALID).generated())
                .isEqualTo(unnamed.generated());
    }
}
