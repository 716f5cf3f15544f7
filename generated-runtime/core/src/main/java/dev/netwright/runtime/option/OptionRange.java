package dev.netwright.runtime.option;

import dev.netwright.runtime.fault.SettingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The allowed values of an option, with the wording that messages, help and documentation share.
 *
 * @param <G> type of the values, such as a number
 * @param wording the range in words, such as {@code at least 1}; empty if every value is allowed
 * @param holds whether a value is allowed
 */
public record OptionRange<G>(String wording, Predicate<G> holds) {
    /**
     * All values of a type.
     *
     * @param <G> type of the values
     * @return a range without a wording
     */
    public static <G> OptionRange<G> anything() {
        return new OptionRange<>("", given -> true);
    }

    /**
     * The same wording for values that are built from values of this range and checked when they are built.
     *
     * @param <T> type of the built values
     * @return a range that allows every such value
     */
    public <T> OptionRange<T> inWords() {
        return new OptionRange<>(wording, made -> true);
    }

    /**
     * Whole numbers with a lower bound.
     *
     * @param least lower bound, inclusive
     * @return the range
     */
    public static OptionRange<Integer> atLeast(int least) {
        return new OptionRange<>("at least " + least, given -> given >= least);
    }

    /** {@return numbers that as a float are 0, or positive and finite, such as learning rates and weight decays} */
    public static OptionRange<Double> atLeastZero() {
        return new OptionRange<>("at least 0 and finite as a float", given -> given == 0 || isPositiveFloat(given));
    }

    /** {@return numbers that as a float are positive and finite, such as limits} */
    public static OptionRange<Double> aboveZero() {
        return new OptionRange<>("above 0 and finite as a float", OptionRange::isPositiveFloat);
    }

    /** {@return numbers that as a float are at least 0 and below 1, such as shares} */
    public static OptionRange<Double> belowOne() {
        return new OptionRange<>("at least 0 and below 1 as a float", given -> given >= 0 && given.floatValue() < 1);
    }

    /** {@return positive durations} */
    public static OptionRange<Duration> someTime() {
        return new OptionRange<>("above 0", given -> !given.isNegative() && !given.isZero());
    }

    /**
     * The constants of an enum, in lower case.
     *
     * @param constants the enum
     * @param <E> the enum
     * @return the range
     */
    public static <E extends Enum<E>> OptionRange<E> oneOf(Class<E> constants) {
        List<String> names = Arrays.stream(constants.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new OptionRange<>(choices(names), given -> true);
    }

    /**
     * Lists names: {@code this, that or the other}.
     *
     * @param names the names, at least one
     * @return the text
     */
    public static String choices(List<String> names) {
        int last = names.size() - 1;
        return names.stream().limit(last).collect(Collectors.joining(", "))
                + (last > 0 ? " or " : "")
                + names.get(last);
    }

    /**
     * Checks a value.
     *
     * @param name the method or command-line option that the value is for
     * @param given the value
     * @return the value
     * @throws SettingException if it isn't in the range; the message names the option, the range and the value
     */
    public G checked(String name, G given) {
        if (!holds.test(given)) {
            throw refusal(name, wording, given.toString());
        }
        return given;
    }

    static SettingException refusal(String name, String wording, String given) {
        return new SettingException(name + " must be " + wording + ", found " + given);
    }

    private static boolean isPositiveFloat(double given) {
        return (float) given > 0 && Float.isFinite((float) given);
    }
}
