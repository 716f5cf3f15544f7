package dev.netwright.commandline.argument;

import org.jspecify.annotations.Nullable;

/** Checks whole numbers before the work starts. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * Checks a lower bound.
     *
     * @param option name of the option, such as {@code --epochs}
     * @param value the value; null if the option isn't given
     * @param least lower bound, inclusive
     * @throws IllegalArgumentException if the value is below the bound
     */
    public static void require(String option, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(option + " must be at least " + least + ", found " + value);
        }
    }
}
