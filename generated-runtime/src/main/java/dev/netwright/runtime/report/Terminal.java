package dev.netwright.runtime.report;

import java.io.Console;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Whether the standard output is watched by a person. */
final class Terminal {
    private Terminal() {}

    /** True on a terminal that can rewrite a line. */
    @SuppressWarnings("SystemConsoleNull") // On newer JDKs isTerminal decides.
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** From JDK 22 on there is a console even where the output is redirected, and a method that tells. */
    private static boolean isTerminal(Console console) {
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
}
