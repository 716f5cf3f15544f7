package dev.netwright.commandline.argument;

/** An option that is a probability. */
public final class Probability {
    private Probability() {}

    /**
     * Requires a probability between 0 and 1.
     *
     * @param option the option's name
     * @param value the given number
     * @throws IllegalArgumentException names the option and the number
     */
    public static void require(String option, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(option + " must be above 0 and below 1, found " + value);
        }
    }
}
