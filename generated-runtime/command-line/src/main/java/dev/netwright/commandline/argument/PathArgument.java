package dev.netwright.commandline.argument;

import dev.netwright.runtime.fault.FileNames;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a path on the command line. */
public final class PathArgument implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + text + "' can't be a path (" + e.getReason() + "); " + FileNames.advice(text, "correct it"));
        }
    }

    /**
     * Parses the path of an option.
     *
     * @param option the option, for messages
     * @param text the path as text
     * @return the path
     * @throws IllegalArgumentException if the text isn't a path
     */
    public static Path of(String option, String text) {
        try {
            return new PathArgument().convert(text);
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }
}
