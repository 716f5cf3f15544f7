package dev.netwright.runtime.internal.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A file of events as TensorFlow's {@code EventsWriter} writes them: {@code events.out.tfevents.<seconds>.<host>}. Each
 * call appends a complete record and keeps nothing open, so that the file is readable after an interruption.
 *
 * <p>TensorBoard treats each folder as a run: it draws the same tag of {@code train} and {@code test} into one chart.
 */
public final class EventFile {
    private final Path file;
    private final Clock clock;

    private EventFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Creates a file in a folder. Files of earlier runs stay; TensorBoard joins them.
     *
     * @param folder the folder; created if it doesn't exist
     * @return the file
     * @throws IOException if the file can't be written
     */
    public static EventFile in(Path folder) throws IOException {
        return in(folder, Clock.systemUTC());
    }

    static EventFile in(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Instant now = clock.instant();
        Path file = unused(folder, now.getEpochSecond());
        Files.write(file, TfRecord.of(Event.version(now)), StandardOpenOption.CREATE_NEW);
        return new EventFile(file, clock);
    }

    /** A second file in the same second gets a number; TensorBoard reads files in the order of their names. */
    private static Path unused(Path folder, long seconds) {
        String name = String.format(Locale.ROOT, "events.out.tfevents.%010d.netwright", seconds);
        Path path = folder.resolve(name);
        for (int number = 1; Files.exists(path); number++) {
            path = folder.resolve(name + "." + number);
        }
        return path;
    }

    /**
     * Appends the metrics of a step.
     *
     * @param step number of steps so far
     * @param scalars values by tag, such as {@code loss}
     * @throws IOException if the file can't be written
     */
    public void scalars(long step, Map<String, Double> scalars) throws IOException {
        byte[] event = Event.scalars(clock.instant(), step, scalars);
        Files.write(file, TfRecord.of(event), StandardOpenOption.APPEND);
    }
}
