package dev.netwright.runtime.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An option of a run. The builder, the command line, checkpoints, reports and the documentation all use this
 * description.
 *
 * @param <T> type of the value
 */
public final class RunOption<T> {
    /** The text of an option without a value. */
    public static final String NONE = "none";

    private final String name;
    private final Class<T> type;
    private final OptionCodec<T> codec;
    private final OptionDefault<T> otherwise;
    private final OptionWords words;
    private final OptionResume resume;

    /**
     * Describes an option.
     *
     * @param name name in words; reports replace spaces by underscores
     * @param type type of the value
     * @param codec converts the value to text and back
     * @param otherwise the default
     * @param words how users set the option, and its help text
     * @param resume what happens if a run is resumed with another value
     */
    public RunOption(
            String name,
            Class<T> type,
            OptionCodec<T> codec,
            OptionDefault<T> otherwise,
            OptionWords words,
            OptionResume resume) {
        this.name = name;
        this.type = type;
        this.codec = codec;
        this.otherwise = otherwise;
        this.words = words;
        this.resume = resume;
    }

    /** {@return the name in words} */
    public String name() {
        return name;
    }

    /** {@return the name in reports: lower case, with underscores} */
    public String key() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** {@return the codec of the value} */
    public OptionCodec<T> codec() {
        return codec;
    }

    /** {@return the default} */
    public OptionDefault<T> otherwise() {
        return otherwise;
    }

    /** {@return how users set the option, and its help text} */
    public OptionWords words() {
        return words;
    }

    /** {@return what happens if a run is resumed with another value} */
    public OptionResume resume() {
        return resume;
    }

    /**
     * The value's text.
     *
     * @param values the options of a run
     * @return the text; {@link #NONE} without a value
     */
    public String text(OptionValues values) {
        return values.find(this).map(codec.written()).orElse(NONE);
    }

    /** {@return the option's rows in the documentation's table of options that may change} */
    public List<ResumeRow> rows() {
        if (!resume.rows().isEmpty()) {
            return resume.rows();
        }
        return words.calls().stream()
                .map(call -> new ResumeRow("`" + call + "`", resume.policy().usual()))
                .toList();
    }

    /** Casts a value that was set for this option. */
    Optional<T> cast(Object value) {
        return Optional.of(type.cast(value));
    }

    @Override
    public String toString() {
        return name;
    }
}
