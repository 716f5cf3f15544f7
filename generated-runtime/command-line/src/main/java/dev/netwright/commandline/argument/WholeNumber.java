package dev.netwright.commandline.argument;

import org.jspecify.annotations.Nullable;

/** Checks numbers before anything is read or made. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * A lower bound.
     *
     * @param option such as {@code --epochs}
     * @param value null if the option isn't given
     * @throws IllegalArgumentException if the value is below the bound
     */
    public static void require(String option, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(option + " must be at least " + least + ", found " + value);
        }
    }
}
