package dev.netwright.runtime.internal.tensorboard;

import dev.netwright.runtime.internal.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * The message {@code Event} of TensorFlow's {@code event.proto}: {@code double wall_time = 1}, {@code int64 step = 2},
 * {@code string file_version = 3}, {@code Summary summary = 5}; and {@code Summary} of {@code summary.proto}:
 * {@code repeated Value value = 1} with {@code string tag = 1} and {@code float simple_value = 2}.
 */
final class Event {
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;
    private static final String VERSION = "brain.Event:2";

    private Event() {}

    /** The first event of a file. */
    static byte[] version(Instant time) throws IOException {
        return bytes(at(time).text(FILE_VERSION, VERSION));
    }

    /** What was measured at a step, by tag. */
    static byte[] scalars(Instant time, long step, Map<String, Double> scalars) throws IOException {
        Message summary = new Message();
        scalars.forEach((tag, value) ->
                summary.message(VALUE, new Message().text(TAG, tag).number(SIMPLE_VALUE, value.floatValue())));
        return bytes(at(time).integer(STEP, step).message(SUMMARY, summary));
    }

    private static Message at(Instant time) {
        return new Message().number(WALL_TIME, time.getEpochSecond() + time.getNano() / 1e9);
    }

    private static byte[] bytes(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }
}
