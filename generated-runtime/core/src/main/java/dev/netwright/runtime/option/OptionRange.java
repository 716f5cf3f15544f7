package dev.netwright.runtime.option;

import dev.netwright.runtime.fault.SettingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an option may be given, with the one wording of it that messages, help and documentation have.
 *
 * @param <G> what is given: a number, for example
 * @param wording such as {@code at least 1}; empty if anything may be given
 * @param holds whether something lies in it
 */
public record OptionRange<G>(String wording, Predicate<G> holds) {
    /** Anything of its type. */
    public static <G> OptionRange<G> anything() {
        return new OptionRange<>("", given -> true);
    }

    /** The same words for values that are made of what lies in it, and of nothing else. */
    public <T> OptionRange<T> inWords() {
        return new OptionRange<>(wording, made -> true);
    }

    /** Whole numbers from one on. */
    public static OptionRange<Integer> atLeast(int least) {
        return new OptionRange<>("at least " + least, given -> given >= least);
    }

    /** Rates and decays: 0, or what is above 0 and finite in the floats that are computed with. */
    public static OptionRange<Double> atLeastZero() {
        return new OptionRange<>("at least 0 and finite as a float", given -> given == 0 || isPositiveFloat(given));
    }

    /** Limits: what is above 0 and finite in the floats that are computed with. */
    public static OptionRange<Double> aboveZero() {
        return new OptionRange<>("above 0 and finite as a float", OptionRange::isPositiveFloat);
    }

    /** Shares of which something is left. */
    public static OptionRange<Double> belowOne() {
        return new OptionRange<>("at least 0 and below 1 as a float", given -> given >= 0 && given.floatValue() < 1);
    }

    /** Any time but none. */
    public static OptionRange<Duration> someTime() {
        return new OptionRange<>("above 0", given -> !given.isNegative() && !given.isZero());
    }

    /** The constants of an enumeration, in lower case. */
    public static <E extends Enum<E>> OptionRange<E> oneOf(Class<E> constants) {
        List<String> names = Arrays.stream(constants.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new OptionRange<>(choices(names), given -> true);
    }

    /** {@code this, that or the other}. */
    public static String choices(List<String> names) {
        int last = names.size() - 1;
        return names.stream().limit(last).collect(Collectors.joining(", "))
                + (last > 0 ? " or " : "")
                + names.get(last);
    }

    /**
     * What is given, if it lies within.
     *
     * @param name of what it is given to: a method of the builder, or an option of the command line
     * @throws SettingException naming that, the range, and what was given
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
