package dev.netwright.processor.diagnostics;

/**
 * An origin on the compiler's command line, outside of the source.
 *
 * @param path the option as it is written, such as {@code -Anetwright.lint}
 */
public record OptionOrigin(String path) implements Origin {}
