package dev.netwright.runtime.onnx;

import dev.netwright.runtime.checkpoint.AtomicFile;
import dev.netwright.runtime.internal.protobuf.Message;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Writes networks as ONNX files: opset version 14, float32, and a variable number of images. The input is {@code
 * images} ({@code [batch, channels, rows, columns]}), the output {@code logits}; constants have the names of the
 * network's tensors.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">the format</a>
 */
public final class OnnxFile {
    /** The IR version that belongs to opset versions 13 and 14. */
    private static final int FORMAT = 7;

    /** The opset version. */
    static final int OPERATORS = 14;

    /** A Protocol Buffers message is smaller than 2 GiB; 16 MiB of it are reserved for names, shapes and nodes. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - (1L << 24);

    private OnnxFile() {}

    /**
     * Writes a file. An existing file is replaced atomically.
     *
     * @param file the file to create or replace
     * @param network the network
     * @param norms whether batch norms are folded into convolutions
     * @throws IllegalArgumentException if the tensors take 2 GiB or more, which an ONNX file can't hold
     * @throws UnsupportedOperationException if a layer can't be expressed in this opset version; the message names it
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public static void write(Path file, ExportedNetwork network, OnnxNorms norms) {
        long bytes = Float.BYTES
                * (network.parameters().size() + network.parameters().statisticsSize());
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    network.name() + " has " + bytes + " bytes of tensors, expected at most " + MOST_BYTES
                            + ", because an ONNX file is one message of less than 2 GiB; save it as safetensors instead");
        }
        Message model = model(network, norms);
        AtomicFile.replace(file, channel -> model.writeTo(Channels.newOutputStream(channel)));
    }

    private static Message model(ExportedNetwork network, OnnxNorms norms) {
        Message model = new Message()
                .integer(OnnxFields.MODEL_FORMAT, FORMAT)
                .text(OnnxFields.MODEL_PRODUCER, "netwright")
                .message(OnnxFields.MODEL_GRAPH, new GraphWriter(network, norms).graph(network.program()))
                .message(OnnxFields.MODEL_OPERATORS, new Message().integer(OnnxFields.OPERATORS_VERSION, OPERATORS));
        new TreeMap<>(network.metadata())
                .forEach((key, value) -> model.message(
                        OnnxFields.MODEL_METADATA,
                        new Message().text(OnnxFields.ENTRY_KEY, key).text(OnnxFields.ENTRY_VALUE, value)));
        return model;
    }
}
