package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Errors that no spec can cause: a compiler that can't write, and faults of the compiler or the processor. */
final class SafetyNetTest {
    private static final Source DIGITS = Source.spec("@LeNet", "DigitsSpec");
    private static final Source FAULTY = Source.spec("@LeNet(classes = 1)", "FaultySpec");

    /** Fails whenever {@code sample.Digits} is to be written. */
    private interface Failure {
        void fail() throws IOException;
    }

    private static UnaryOperator<JavaFileManager> failing(Failure failure) {
        return files -> new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
                    throws IOException {
                if (className.equals("sample.Digits")) {
                    failure.fail();
                }
                return super.getJavaFileForOutput(location, className, kind, sibling);
            }
        };
    }

    @Test
    void aFullDiskIsReportedAtTheSpecAndHidesNoOtherError() {
        Result result = SpecCompiler.javac()
                .withFiles(failing(() -> {
                    throw new IOException("No space left on device");
                }))
                .compile(DIGITS, FAULTY);

        assertThat(result.messages())
                .hasSize(2)
                .anySatisfy(
                        message -> assertThat(message)
                                .isEqualTo(
                                        "[netwright:unwritable] writing the class of DigitsSpec failed:"
                                                + " java.io.IOException: No space left on device (the compiler must be able to write the"
                                                + " class).\n      Fix: make sure that the compiler's output folder is writable and has space."))
                .anySatisfy(message -> assertThat(message).startsWith("[netwright:range] classes: found 1"));
        assertThat(result.errors())
                .extracting(error -> error.getSource().getName())
                .anyMatch(name -> name.endsWith("DigitsSpec.java"));
    }

    @Test
    void anyOtherFaultIsReportedAtTheSpecWithItsTraceAndHidesNoOtherError() {
        Result result = SpecCompiler.javac()
                .withFiles(failing(() -> {
                    throw new IllegalStateException("a fault below");
                }))
                .compile(DIGITS, FAULTY);

        assertThat(result.messages())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message)
                        .startsWith(
                                "[netwright:internal] the processor must not fail; please report this with the spec: ")
                        .contains("java.lang.IllegalStateException: a fault below")
                        .contains("at dev.netwright.processor.NetwrightProcessor.process("))
                .anySatisfy(message -> assertThat(message).startsWith("[netwright:range] classes: found 1"));
        assertThat(result.errors())
                .extracting(error -> error.getSource().getName() + ":" + error.getLineNumber())
                .anyMatch(place -> place.endsWith("DigitsSpec.java:6"));
    }
}
