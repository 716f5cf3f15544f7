package dev.netwright.runtime.option;

/**
 * Parses an option's value on the command line.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface OptionReader<T> {
    /**
     * Parses a value.
     *
     * @param name name of the command-line option, for messages
     * @param given the text after it
     * @return the value
     * @throws IllegalArgumentException if the text isn't valid; the message names the option, its range and the text
     */
    T read(String name, String given);
}
