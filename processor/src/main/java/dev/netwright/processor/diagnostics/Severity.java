package dev.netwright.processor.diagnostics;

/** The level of a lint. Errors aren't lints: they are {@link Problem}s. */
public enum Severity {
    /** A likely mistake; with {@code -Werror} it fails the build. */
    WARNING,
    /** Something worth knowing, which no option turns into an error. */
    NOTE
}
