package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;
import static java.util.Comparator.comparingLong;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The header of a safetensors file: {@code {"__metadata__": {...}, name: {"dtype", "shape", "data_offsets"}, ...}}.
 *
 * @param metadata free text by key, in natural order
 * @param tensors tensors in the order of the JSON, which may differ from the order of the data
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
record SafeTensorsHeader(SortedMap<String, String> metadata, List<TensorHeader> tensors) {
    static final String METADATA_KEY = "__metadata__";

    /** Data begins at a multiple of this number of bytes, as vector instructions need it in a mapped file. */
    private static final int ALIGNMENT = 64;

    SafeTensorsHeader {
        metadata = Collections.unmodifiableSortedMap(metadata);
        tensors = List.copyOf(tensors);
    }

    /**
     * The header of a file that holds counters and then tensors without gaps. Counters come first, so that each value
     * lies at a multiple of its size.
     *
     * @param counters names of scalars of type I64
     * @throws IllegalArgumentException if two tensors have the same name, or one is named {@code __metadata__}
     */
    static SafeTensorsHeader ofConsecutive(
            SortedMap<String, String> metadata, List<String> counters, List<NamedShape> tensors) {
        List<TensorHeader> headers = new ArrayList<>();
        counters.forEach(name -> append(headers, NamedShape.of(name), TensorType.I64));
        tensors.forEach(tensor -> append(headers, tensor, TensorType.F32));
        Set<String> names = new HashSet<>(Set.of(METADATA_KEY));
        for (TensorHeader header : headers) {
            String name = header.tensor().name();
            if (!names.add(name)) {
                throw new IllegalArgumentException("Tensor name '" + name
                        + "' is taken: names in a safetensors file are unique, and __metadata__ is the format's own");
            }
        }
        return new SafeTensorsHeader(metadata, headers);
    }

    private static void append(List<TensorHeader> headers, NamedShape tensor, TensorType type) {
        long begin = headers.isEmpty() ? 0 : headers.get(headers.size() - 1).end();
        headers.add(new TensorHeader(tensor, type, begin));
    }

    /**
     * Encodes everything before the data: the length, the JSON, and padding.
     *
     * @throws IllegalArgumentException if a name or a metadata entry has an unpaired surrogate
     */
    ByteBuffer encode() {
        ByteBuffer json;
        try {
            json = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(HeaderJson.write(this::writeTo)));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "A tensor name, label or metadata entry has an unpaired surrogate and is not valid Unicode", e);
        }
        int unpadded = Math.addExact(Long.BYTES, json.remaining());
        int total = Math.addExact(unpadded, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer bytes = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(total - (long) Long.BYTES).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }

    private void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (!metadata.isEmpty()) {
            json.writeObjectFieldStart(METADATA_KEY);
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        for (TensorHeader header : tensors) {
            json.writeObjectFieldStart(header.tensor().name());
            json.writeStringField("dtype", header.type().name());
            json.writeArrayFieldStart("shape");
            for (long size : header.tensor().shape()) {
                json.writeNumber(size);
            }
            json.writeEndArray();
            json.writeFieldName("data_offsets");
            json.writeArray(new long[] {header.begin(), header.end()}, 0, 2);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /**
     * Checks that the tensors cover the data exactly.
     *
     * @throws MalformedWeightsException if tensors overlap, leave a gap, or don't end where the data ends
     */
    void requireCovers(Path file, long dataBytes) {
        List<TensorHeader> inDataOrder = new ArrayList<>(tensors);
        inDataOrder.sort(comparingLong(TensorHeader::begin).thenComparingLong(TensorHeader::end));
        long next = 0;
        for (TensorHeader header : inDataOrder) {
            if (header.begin() != next) {
                throw new MalformedWeightsException(
                        file,
                        "tensor " + quote(header.tensor().name()) + " to begin at byte " + next
                                + " of the data, where the one before it ends",
                        (header.begin() < next ? "an overlap: it begins at byte " : "a gap: it begins at byte ")
                                + header.begin(),
                        "Write it again with a current safetensors library.");
            }
            next = header.end();
        }
        if (next != dataBytes) {
            throw new MalformedWeightsException(
                    file,
                    next + " bytes of tensor data after the header",
                    dataBytes + (dataBytes < next ? ": the file is cut short" : ": the file is too long"),
                    "Copy or download it again.");
        }
    }
}
