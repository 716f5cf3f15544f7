package dev.netwright.runtime.internal.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message under construction. Fields are written in the order in which they are added. Large values are kept
 * by reference and written once.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
public final class Message {
    /** The wire type of a value that follows its length. */
    private static final int LENGTH_DELIMITED = 2;

    private final List<Field> fields = new ArrayList<>();

    private interface Field {
        int size();

        void writeTo(CodedOutputStream output) throws IOException;
    }

    private record Whole(int number, long value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeInt64Size(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream output) throws IOException {
            output.writeInt64(number, value);
        }
    }

    private record Single(int number, float value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeFloatSize(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream output) throws IOException {
            output.writeFloat(number, value);
        }
    }

    private record Double64(int number, double value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeDoubleSize(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream output) throws IOException {
            output.writeDouble(number, value);
        }
    }

    private record Bytes(int number, ByteString value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeBytesSize(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream output) throws IOException {
            output.writeBytes(number, value);
        }
    }

    private record Nested(int number, Message message) implements Field {
        @Override
        public int size() {
            int size = message.size();
            return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
        }

        @Override
        public void writeTo(CodedOutputStream output) throws IOException {
            output.writeTag(number, LENGTH_DELIMITED);
            output.writeUInt32NoTag(message.size());
            message.writeFields(output);
        }
    }

    /**
     * Adds a whole number of any type that is encoded as {@code int64} is.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message integer(int number, long value) {
        return with(new Whole(number, value));
    }

    /**
     * Adds a {@code float}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message number(int number, float value) {
        return with(new Single(number, value));
    }

    /**
     * Adds a {@code double}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message number(int number, double value) {
        return with(new Double64(number, value));
    }

    /**
     * Adds a {@code string}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value, written as UTF-8
     * @return this message
     */
    public Message text(int number, String value) {
        return with(new Bytes(number, ByteString.copyFromUtf8(value)));
    }

    /**
     * Adds {@code bytes}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message bytes(int number, ByteString value) {
        return with(new Bytes(number, value));
    }

    /**
     * Adds a nested message. Fields that are added to it later are written too.
     *
     * @param number the field's number, at least 1
     * @param value the nested message
     * @return this message
     */
    public Message message(int number, Message value) {
        return with(new Nested(number, value));
    }

    private Message with(Field field) {
        fields.add(field);
        return this;
    }

    private int size() {
        int size = 0;
        for (Field field : fields) {
            size = Math.addExact(size, field.size());
        }
        return size;
    }

    private void writeFields(CodedOutputStream output) throws IOException {
        for (Field field : fields) {
            field.writeTo(output);
        }
    }

    /**
     * Writes the fields that the message has now.
     *
     * @param stream takes the bytes; it stays open
     * @throws IOException if the stream fails
     * @throws ArithmeticException if the message takes 2 GiB or more
     */
    public void writeTo(OutputStream stream) throws IOException {
        CodedOutputStream output = CodedOutputStream.newInstance(stream);
        writeFields(output);
        output.flush();
    }
}
