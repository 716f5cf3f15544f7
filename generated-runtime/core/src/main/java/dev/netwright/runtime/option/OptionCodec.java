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
 * How an option's value becomes text, and text the value.
 *
 * @param <T> the value
 * @param written as a checkpoint holds it, by content: equal for values that are made alike, in another process too
 * @param range of the value
 * @param reader from the command line; empty if a program alone can say it
 */
public record OptionCodec<T>(Function<T, String> written, OptionRange<T> range, Optional<OptionReader<T>> reader) {
    /** Values that a program alone can say. */
    public static <T> OptionCodec<T> of(Function<T, String> written) {
        return new OptionCodec<>(written, OptionRange.anything(), Optional.empty());
    }

    /** Whole numbers. */
    public static OptionCodec<Integer> wholeNumbers(OptionRange<Integer> range) {
        return of(String::valueOf, range, parsing("a whole number of ", range, Integer::parseInt));
    }

    /** Numbers. */
    public static OptionCodec<Double> numbers(OptionRange<Double> range) {
        return of(String::valueOf, range, parsing("a number ", range, Double::parseDouble));
    }

    /** Whole numbers of 64 bits. */
    public static OptionCodec<Long> longs() {
        return of(
                String::valueOf,
                OptionRange.anything(),
                parsing("a whole number of 64 bits", OptionRange.anything(), Long::parseLong));
    }

    /** The constants of an enumeration, on a command line in any case. */
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

    /** Paths, which aren't looked at. */
    public static OptionCodec<Path> paths() {
        return of(Path::toString, OptionRange.anything(), OptionCodec::path);
    }

    /** The same, read from a command line as well. */
    public OptionCodec<T> read(OptionReader<T> from) {
        return new OptionCodec<>(written, range, Optional.of(from));
    }

    /** The same with a range, which the builder's methods and the reader compare with. */
    public OptionCodec<T> within(OptionRange<T> newRange) {
        return new OptionCodec<>(written, newRange, reader);
    }

    private static <T> OptionCodec<T> of(Function<T, String> written, OptionRange<T> range, OptionReader<T> reader) {
        return new OptionCodec<>(written, range, Optional.of(reader));
    }

    /**
     * Reads numbers.
     *
     * @param kind stands before the range in a message, such as {@code a whole number of}
     * @param parser throws {@link NumberFormatException} for what is no number
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

    /** Reads a path. */
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
