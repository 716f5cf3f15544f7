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
 * What standard output can show.
 *
 * @param isInteractive whether a person is watching and lines can be rewritten
 * @param hasColors whether colors are supported and wanted
 * @param columns characters in a line
 */
record Terminal(boolean isInteractive, boolean hasColors, int columns) {
    private static final int USUAL_COLUMNS = 80;

    /** The terminal of this process. */
    static Terminal standard() {
        boolean isTerminal = isTerminal();
        return of(System.getenv(), isTerminal, isTerminal ? sizeOfTerminal() : Optional.empty());
    }

    /** No terminal but a pipe or a file: plain lines of any length. */
    static Terminal none() {
        return new Terminal(false, false, USUAL_COLUMNS);
    }

    /**
     * Derives the terminal's features from the environment.
     *
     * @param size output of {@code stty size}: rows and columns
     */
    static Terminal of(Map<String, String> environment, boolean isTerminal, Optional<String> size) {
        String type = environment.getOrDefault("TERM", "");
        if (!isTerminal || type.equals("dumb")) {
            return none();
        }
        // https://no-color.org: set and not empty. Older Windows consoles have no TERM, and print escape sequences as
        // text.
        boolean isPlain =
                type.isEmpty() || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(true, !isPlain, columns(environment, size));
    }

    /** A terminal that has been narrowed since the last line wraps one line; the next one fits again. */
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

    /** Since JDK 22 there is a console even if output is redirected, and a method that tells. */
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
            throw new IllegalStateException("Console.isTerminal() can't be called", e);
        }
    }

    /** Java can't ask the terminal; without {@code stty} the usual size is assumed. */
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
