package dev.netwright.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test prints, which doesn't reach the console: a field with {@code @RegisterExtension}, new for each test. */
public final class PrintedOutput implements BeforeEachCallback, AfterEachCallback {
    private final PrintStream standardOutput = System.out;
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public void beforeEach(ExtensionContext test) {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setOut(standardOutput);
        System.setErr(standardError);
    }

    /** What went to the standard output so far. */
    public String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What went to the standard error so far. */
    public String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
