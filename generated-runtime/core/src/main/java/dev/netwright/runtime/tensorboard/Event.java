package dev.netwright.runtime.tensorboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.tensorflow.framework.Summary;

/**
 * The message {@code Event} of TensorFlow's {@code event.proto}, which ND4J lacks: {@code double wall_time = 1}, {@code
 * int64 step = 2}, {@code string file_version = 3}, {@code Summary summary = 5}.
 */
final class Event {
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final String VERSION = "brain.Event:2";

    private Event() {}

    /** The first event of a file. */
    static byte[] version(Instant time) throws IOException {
        return written(time, message -> message.writeString(FILE_VERSION, VERSION));
    }

    static byte[] summary(Instant time, long step, Summary summary) throws IOException {
        return written(time, message -> {
            message.writeInt64(STEP, step);
            message.writeMessage(SUMMARY, summary);
        });
    }

    private interface Fields {
        void writeTo(CodedOutputStream message) throws IOException;
    }

    private static byte[] written(Instant time, Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream message = CodedOutputStream.newInstance(bytes);
        message.writeDouble(WALL_TIME, time.getEpochSecond() + time.getNano() / 1e9);
        fields.writeTo(message);
        message.flush();
        return bytes.toByteArray();
    }
}
