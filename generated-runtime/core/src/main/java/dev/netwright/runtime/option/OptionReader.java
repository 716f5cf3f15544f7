package dev.netwright.runtime.option;

/**
 * Reads an option's value from what a command line gives.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface OptionReader<T> {
    /**
     * The value.
     *
     * @param name of the command line's option, for the message
     * @param given behind it
     * @throws IllegalArgumentException naming the option, its range, and what was given
     */
    T read(String name, String given);
}
