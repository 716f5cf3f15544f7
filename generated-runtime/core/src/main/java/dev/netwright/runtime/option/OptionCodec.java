package dev.netwright.runtime.option;

import dev.netwright.runtime.fault.FileNames;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.SettingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Converts an option's value to text and back.
 *
 * @param <T> type of the value
 * @param written converts the value to a checkpoint's text; equal for equal content, even in another process
 * @param range the allowed values
 * @param reader parses the command line's text; empty if only programs can set the option
 */
public record OptionCodec<T>(Function<T, String> written, OptionRange<T> range, Optional<OptionReader<T>> reader) {
    /**
     * A codec for values that only programs can set.
     *
     * @param written converts the value to text
     * @param <T> type of the value
     * @return the codec
     */
    public static <T> OptionCodec<T> of(Function<T, String> written) {
        return new OptionCodec<>(written, OptionRange.anything(), Optional.empty());
    }

    /**
     * A codec for whole numbers.
     *
     * @param range the allowed numbers
     * @return the codec
     */
    public static OptionCodec<Integer> wholeNumbers(OptionRange<Integer> range) {
        return of(String::valueOf, range, parsing("a whole number of ", range, Integer::parseInt));
    }

    /**
     * A codec for numbers.
     *
     * @param range the allowed numbers
     * @return the codec
     */
    public static OptionCodec<Double> numbers(OptionRange<Double> range) {
        return of(String::valueOf, range, parsing("a number ", range, Double::parseDouble));
    }

    /** {@return a codec for any 64-bit whole number} */
    public static OptionCodec<Long> longs() {
        return of(
                String::valueOf,
                OptionRange.anything(),
                parsing("a whole number of 64 bits", OptionRange.anything(), Long::parseLong));
    }

    /**
     * A codec for the constants of an enum; the command line ignores case.
     *
     * @param type the enum
     * @param <E> the enum
     * @return the codec
     */
    public static <E extends Enum<E>> OptionCodec<E> constants(Class<E> type) {
        OptionRange<E> range = OptionRange.oneOf(type);
        return of(
                Enum::name,
                range,
                (name, given) -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(given))
                        .findFirst()
                        .orElseThrow(() -> OptionRange.refusal(name, range.wording(), "'" + given + "'")));
    }

    /** {@return a codec for paths, which needn't exist} */
    public static OptionCodec<Path> paths() {
        return of(Path::toString, OptionRange.anything(), OptionCodec::path);
    }

    /**
     * Adds a parser for the command line.
     *
     * @param from the parser
     * @return a changed copy
     */
    public OptionCodec<T> read(OptionReader<T> from) {
        return new OptionCodec<>(written, range, Optional.of(from));
    }

    /**
     * Sets the range, which is checked for values from programs and from the command line.
     *
     * @param newRange the allowed values
     * @return a changed copy
     */
    public OptionCodec<T> within(OptionRange<T> newRange) {
        return new OptionCodec<>(written, newRange, reader);
    }

    private static <T> OptionCodec<T> of(Function<T, String> written, OptionRange<T> range, OptionReader<T> reader) {
        return new OptionCodec<>(written, range, Optional.of(reader));
    }

    /**
     * A parser for numbers.
     *
     * @param kind the kind of number before the range in messages, such as {@code "a whole number of "}
     * @param range the allowed numbers
     * @param parser throws {@link NumberFormatException} if the text isn't a number
     * @param <N> type of the number
     * @return the parser
     */
    public static <N extends Number> OptionReader<N> parsing(
            String kind, OptionRange<N> range, Function<String, N> parser) {
        return (name, given) -> {
            N number;
            try {
                number = parser.apply(given);
            } catch (NumberFormatException e) {
                throw OptionRange.refusal(name, kind + range.wording(), "'" + given + "'");
            }
            return range.checked(name, number);
        };
    }

    /**
     * Parses a path.
     *
     * @param name the option's name, for messages
     * @param given the text
     * @return the path
     * @throws SettingException if the text isn't a path
     */
    public static Path path(String name, String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new SettingException(
                    name + " must be a path, found '" + given + "' (" + e.getReason() + ")",
                    Fix.of(FileNames.advice(given, "correct it")));
        }
    }
}
