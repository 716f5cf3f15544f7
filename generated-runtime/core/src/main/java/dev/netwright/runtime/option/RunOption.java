package dev.netwright.runtime.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An option of a run. The builder, the command line, checkpoints, reports and the documentation take from it what they say of it.
 *
 * @param <T> its value
 */
public final class RunOption<T> {
    /** What stands for a value where there is none. */
    public static final String NONE = "none";

    private final String name;
    private final Class<T> type;
    private final OptionCodec<T> codec;
    private final OptionDefault<T> otherwise;
    private final OptionWords words;
    private final OptionResume resume;

    /**
     * An option.
     *
     * @param name in words; a report has it with underscores
     * @param type of its value
     * @param codec how the value becomes text
     * @param otherwise what it is unless it is given
     * @param words how it is given, and help
     * @param resume what becomes of a run that is resumed with another value
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

    /** Its name in words. */
    public String name() {
        return name;
    }

    /** Its name in a report. */
    public String key() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** How its value becomes text, and text its value. */
    public OptionCodec<T> codec() {
        return codec;
    }

    /** What it is unless it is given. */
    public OptionDefault<T> otherwise() {
        return otherwise;
    }

    /** How it is given, and help. */
    public OptionWords words() {
        return words;
    }

    /** What becomes of a run that is resumed with another value. */
    public OptionResume resume() {
        return resume;
    }

    /** Its value as text; {@link #NONE} where it has none. */
    public String text(OptionValues values) {
        return values.find(this).map(codec.written()).orElse(NONE);
    }

    /** Its rows of the documentation's table of what may change. */
    public List<ResumeRow> rows() {
        if (!resume.rows().isEmpty()) {
            return resume.rows();
        }
        return words.calls().stream()
                .map(call -> new ResumeRow("`" + call + "`", resume.policy().usual()))
                .toList();
    }

    /** A value that was given for it. */
    Optional<T> cast(Object value) {
        return Optional.of(type.cast(value));
    }

    @Override
    public String toString() {
        return name;
    }
}
