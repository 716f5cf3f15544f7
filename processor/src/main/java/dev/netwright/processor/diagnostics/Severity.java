package dev.netwright.processor.diagnostics;

/** How loudly a lint is told. An error is no lint: it is a {@link Problem}. */
public enum Severity {
    /** A likely mistake; with {@code -Werror} it fails the build. */
    WARNING,
    /** Something worth knowing, which no option turns into an error. */
    NOTE
}
