package dev.netwright.runtime.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A file of events, as TensorFlow's {@code EventsWriter} writes them: {@code events.out.tfevents.<seconds>.<host>}. Each call appends
 * a whole record and keeps nothing open, so that a run that ends anywhere leaves a file that can be read up to there.
 *
 * <p>TensorBoard takes each folder for a run: what lies in {@code train} and in {@code test} under one tag is drawn into one chart.
 */
public final class EventFile {
    private final Path file;
    private final Clock clock;

    private EventFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * A new file in a folder, which is made if it isn't there; those of earlier runs stay beside it, and TensorBoard joins them.
     *
     * @throws IOException if it can't be written
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

    /** Of two that begin in the same second the second has a number; TensorBoard reads them in the order of their names. */
    private static Path unused(Path folder, long seconds) {
        String name = String.format(Locale.ROOT, "events.out.tfevents.%010d.netwright", seconds);
        Path path = folder.resolve(name);
        for (int number = 1; Files.exists(path); number++) {
            path = folder.resolve(name + "." + number);
        }
        return path;
    }

    /**
     * Appends what was measured at a step.
     *
     * @param step steps learned so far
     * @param scalars by their tags, such as {@code loss}
     * @throws IOException if it can't be written
     */
    public void scalars(long step, Map<String, Double> scalars) throws IOException {
        byte[] event = Event.scalars(clock.instant(), step, scalars);
        Files.write(file, TfRecord.of(event), StandardOpenOption.APPEND);
    }
}
