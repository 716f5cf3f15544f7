package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A run's state in a checkpoint. A missing or malformed entry is a {@link MalformedWeightsException}. */
public final class CheckpointState {
    private static final String FIX = "Take another checkpoint, or the version of Netwright that wrote this one.";

    private final Path file;
    private final SortedMap<String, String> entries;

    CheckpointState(Path file, Map<String, String> entries) {
        this.file = file;
        this.entries = new TreeMap<>(entries);
    }

    /** {@return the file that the state was read from} */
    public Path file() {
        return file;
    }

    /**
     * An entry as text.
     *
     * @param key the entry's key
     * @return its text; empty if there is no such entry
     */
    public Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /**
     * An entry that is a count.
     *
     * @param key the entry's key
     * @return a number of at least 0
     */
    public int count(String key) {
        int count = parsed(key, "a whole number", Integer::parseInt);
        if (count < 0) {
            throw malformed(key, "a number of at least 0", entries.get(key));
        }
        return count;
    }

    /**
     * An entry that is a number.
     *
     * @param key the entry's key
     * @return the number
     */
    public double number(String key) {
        return parsed(key, "a number", Double::parseDouble);
    }

    /**
     * An entry that is the name of an enum constant.
     *
     * @param key the entry's key
     * @param type the enum
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return parsed(key, "the name of a " + type.getSimpleName(), name -> Enum.valueOf(type, name));
    }

    /**
     * An entry of any other form.
     *
     * @param key the entry's key
     * @param what the expected form, for messages
     * @param parser throws {@link IllegalArgumentException} if the text has another form
     * @param <T> type of the value
     * @return the parsed value
     */
    public <T> T value(String key, String what, Function<String, T> parser) {
        return parsed(key, what, parser);
    }

    /**
     * The entries whose keys begin with a prefix.
     *
     * @param prefix the prefix
     * @return the entries by key, without the prefix
     */
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
                FIX);
    }
}
