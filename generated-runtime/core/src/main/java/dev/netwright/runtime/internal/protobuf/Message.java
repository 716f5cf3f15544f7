package dev.netwright.runtime.internal.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

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

    /** A field's size with its tag, and how it is written. A nested message may still grow, so both are asked late. */
    private record Field(IntSupplier size, Writer writer) {}

    private interface Writer {
        void writeTo(CodedOutputStream output) throws IOException;
    }

    /**
     * Adds a whole number of any type that is encoded as {@code int64} is.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message integer(int number, long value) {
        return with(
                () -> CodedOutputStream.computeInt64Size(number, value), output -> output.writeInt64(number, value));
    }

    /**
     * Adds a {@code float}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message number(int number, float value) {
        return with(
                () -> CodedOutputStream.computeFloatSize(number, value), output -> output.writeFloat(number, value));
    }

    /**
     * Adds a {@code double}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message number(int number, double value) {
        return with(
                () -> CodedOutputStream.computeDoubleSize(number, value), output -> output.writeDouble(number, value));
    }

    /**
     * Adds a {@code string}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value, written as UTF-8
     * @return this message
     */
    public Message text(int number, String value) {
        return bytes(number, ByteString.copyFromUtf8(value));
    }

    /**
     * Adds {@code bytes}.
     *
     * @param number the field's number, at least 1
     * @param value the field's value
     * @return this message
     */
    public Message bytes(int number, ByteString value) {
        return with(
                () -> CodedOutputStream.computeBytesSize(number, value), output -> output.writeBytes(number, value));
    }

    /**
     * Adds a nested message. Fields that are added to it later are written too.
     *
     * @param number the field's number, at least 1
     * @param value the nested message
     * @return this message
     */
    public Message message(int number, Message value) {
        return with(
                () -> CodedOutputStream.computeTagSize(number)
                        + CodedOutputStream.computeUInt32SizeNoTag(value.size())
                        + value.size(),
                output -> {
                    output.writeTag(number, LENGTH_DELIMITED);
                    output.writeUInt32NoTag(value.size());
                    value.writeFields(output);
                });
    }

    private Message with(IntSupplier size, Writer writer) {
        fields.add(new Field(size, writer));
        return this;
    }

    private int size() {
        int size = 0;
        for (Field field : fields) {
            size = Math.addExact(size, field.size().getAsInt());
        }
        return size;
    }

    private void writeFields(CodedOutputStream output) throws IOException {
        for (Field field : fields) {
            field.writer().writeTo(output);
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
