package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The run's numbers in a checkpoint. An entry that is missing or no number is a {@link MalformedWeightsException}. */
public final class CheckpointState {
    private static final String CURE = "Take another checkpoint, or the version of Netwright that wrote this one.";

    private final Path file;
    private final SortedMap<String, String> entries;

    CheckpointState(Path file, Map<String, String> entries) {
        this.file = file;
        this.entries = new TreeMap<>(entries);
    }

    /** Where it was read from. */
    public Path file() {
        return file;
    }

    /** An entry as it stands. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** A whole number of at least 0. */
    public int count(String key) {
        int count = parsed(key, "a whole number", Integer::parseInt);
        if (count < 0) {
            throw malformed(key, "a number of at least 0", entries.get(key));
        }
        return count;
    }

    /** A number. */
    public double number(String key) {
        return parsed(key, "a number", Double::parseDouble);
    }

    /** One of an enumeration's constants, by its name. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return parsed(key, "the name of a " + type.getSimpleName(), name -> Enum.valueOf(type, name));
    }

    /**
     * An entry of another form.
     *
     * @param what the parser takes, for a message
     * @param parser throws {@link IllegalArgumentException} for anything else
     */
    public <T> T value(String key, String what, Function<String, T> parser) {
        return parsed(key, what, parser);
    }

    /** The entries whose keys have a prefix, which is cut off. */
    public SortedMap<String, String> under(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        entries.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private <T> T parsed(String key, String what, Function<String, T> parser) {
        String text = entries.get(key);
        if (text == null) {
            throw malformed(key, what, null);
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            MalformedWeightsException malformed = malformed(key, what, text);
            malformed.initCause(e);
            throw malformed;
        }
    }

    private MalformedWeightsException malformed(String key, String expected, @Nullable String found) {
        return new MalformedWeightsException(
                file,
                expected + " as the metadata entry '" + FileMetadata.TRAINING + key + "'",
                found == null ? "none" : quote(found),
                CURE);
    }
}
