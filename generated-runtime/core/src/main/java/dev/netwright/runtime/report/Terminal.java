package dev.netwright.runtime.report;

import java.io.Console;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the standard output can show.
 *
 * @param isInteractive whether a person watches, and a line can be rewritten
 * @param hasColors whether colours are understood and wanted
 * @param columns letters in a line
 */
record Terminal(boolean isInteractive, boolean hasColors, int columns) {
    private static final int USUAL_COLUMNS = 80;

    /** That of this process. */
    static Terminal standard() {
        boolean isTerminal = isTerminal();
        return of(System.getenv(), isTerminal, isTerminal ? sizeOfTerminal() : Optional.empty());
    }

    /** A pipe or a file: plain lines, however long. */
    static Terminal none() {
        return new Terminal(false, false, USUAL_COLUMNS);
    }

    /**
     * What follows from the environment.
     *
     * @param size as {@code stty size} tells it: rows and columns
     */
    static Terminal of(Map<String, String> environment, boolean isTerminal, Optional<String> size) {
        String type = environment.getOrDefault("TERM", "");
        if (!isTerminal || type.equals("dumb")) {
            return none();
        }
        // https://no-color.org: set and not empty. Windows' older consoles have no TERM, and print escapes as they are.
        boolean isPlain =
                type.isEmpty() || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(true, !isPlain, columns(environment, size));
    }

    /** A terminal that has been made narrower since shows a line too much; the next is right again. */
    private static int columns(Map<String, String> environment, Optional<String> size) {
        String[] rowsAndColumns = size.orElse("").strip().split(" ", -1);
        String text = rowsAndColumns.length == 2 ? rowsAndColumns[1] : environment.getOrDefault("COLUMNS", "");
        try {
            int columns = Integer.parseInt(text);
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /** From JDK 22 on there is a console even where the output is redirected, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // On newer JDKs isTerminal decides.
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            MethodHandle isTerminal = MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class));
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("the console can't tell whether it is a terminal", e);
        }
    }

    /** Java has no way to ask; where there is no {@code stty}, a terminal has the usual size. */
    private static Optional<String> sizeOfTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
