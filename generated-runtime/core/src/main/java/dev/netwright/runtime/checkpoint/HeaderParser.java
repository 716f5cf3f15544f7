package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parses the untrusted JSON of a safetensors header. */
final class HeaderParser {
    private static final String WRITE_AGAIN = "Write it again with a current safetensors library.";

    /** All types of the format, to tell an unsupported type from a damaged file. */
    private static final Set<String> TYPES = Set.of(
            "BOOL", "U8", "I8", "U16", "I16", "U32", "I32", "U64", "I64", "F16", "BF16", "F32", "F64", "C64", "F8_E4M3",
            "F8_E5M2", "F8_E8M0", "F6_E2M3", "F6_E3M2", "F4");

    /** Far above the four dimensions of a convolution; bounds the memory that a hostile shape can take. */
    private static final int HIGHEST_RANK = 64;

    private final Path file;
    private final JsonParser json;
    private final ReadLimits limits;
    private final Set<TensorType> types;
    private final SortedMap<String, String> metadata = new TreeMap<>();
    private final List<TensorHeader> tensors = new ArrayList<>();

    private HeaderParser(Path file, JsonParser json, ReadLimits limits, Set<TensorType> types) {
        this.file = file;
        this.json = json;
        this.limits = limits;
        this.types = types;
    }

    /**
     * Parses a header's JSON, padding included.
     *
     * @param types allowed types of tensors
     * @throws MalformedWeightsException if the text isn't a single UTF-8 JSON object that describes tensors of these
     *     types
     */
    static SafeTensorsHeader parse(Path file, ByteBuffer utf8, ReadLimits limits, Set<TensorType> types) {
        String text = decode(file, utf8);
        if (!text.startsWith("{")) {
            throw new MalformedWeightsException(
                    file,
                    "a JSON header that begins with '{'",
                    quote(text.substring(0, Math.min(8, text.length()))),
                    "It isn't a safetensors file: save it with safetensors.torch.save_file.");
        }
        try (JsonParser json = HeaderJson.FACTORY.createParser(text)) {
            return new HeaderParser(file, json, limits, types).header();
        } catch (JsonProcessingException e) {
            MalformedWeightsException malformed = new MalformedWeightsException(
                    file, "a header of well-formed JSON", "this fault: " + e.getOriginalMessage(), WRITE_AGAIN);
            malformed.initCause(e);
            throw malformed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read JSON from memory", e);
        }
    }

    private static String decode(Path file, ByteBuffer utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedWeightsException(file, "a header in UTF-8", "bytes that are not UTF-8", WRITE_AGAIN);
        }
    }

    private SafeTensorsHeader header() throws IOException {
        json.nextToken();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (name.equals(SafeTensorsHeader.METADATA_KEY)) {
                readMetadata();
            } else {
                tensors.add(tensor(name));
                requireWithinLimit();
            }
        }
        if (json.nextToken() != null) {
            throw malformed("nothing but spaces after the header's JSON object", quote(json.getText()));
        }
        return new SafeTensorsHeader(metadata, tensors);
    }

    private void readMetadata() throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "__metadata__ to be a JSON object");
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            metadata.put(key, text("__metadata__ entry " + quote(key)));
            requireWithinLimit();
        }
    }

    private TensorHeader tensor(String name) throws IOException {
        String what = "tensor " + quote(name);
        require(json.nextToken() == JsonToken.START_OBJECT, what + " to be a JSON object");
        String type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            switch (key) {
                case "dtype" -> type = text("dtype of " + what);
                case "shape" -> shape = sizes("shape of " + what);
                case "data_offsets" -> offsets = sizes("data_offsets of " + what);
                default -> throw malformed("only dtype, shape and data_offsets in " + what, "the key " + quote(key));
            }
        }
        if (type == null || shape == null || offsets == null) {
            String missing = type == null ? "dtype" : shape == null ? "shape" : "data_offsets";
            throw malformed("dtype, shape and data_offsets in " + what, "no " + missing);
        }
        TensorType known = type(what, type);
        requireOffsetsFit(what, known, shape, offsets);
        return new TensorHeader(new NamedShape(name, shape), known, offsets.get(0));
    }

    private TensorType type(String what, String name) {
        for (TensorType type : types) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        if (TYPES.contains(name)) {
            throw new MalformedWeightsException(
                    file,
                    what + " to be of type " + typeNames()
                            + (types.size() == 1 ? ", the only one that Netwright computes in" : ""),
                    "type " + name,
                    "Save it as tensor.float(), or leave it out if it is a counter such as num_batches_tracked.");
        }
        throw malformed(
                what + " to be of type " + typeNames(), "type " + quote(name) + ", which safetensors does not have");
    }

    private String typeNames() {
        return types.stream().map(TensorType::name).sorted().collect(Collectors.joining(" or "));
    }

    private void requireOffsetsFit(String what, TensorType type, List<Long> shape, List<Long> offsets) {
        if (offsets.size() != 2) {
            throw malformed("data_offsets of " + what + " to be a begin and an end", offsets.size() + " numbers");
        }
        long found = offsets.get(1) - offsets.get(0);
        long bytes;
        try {
            bytes = type.byteCount(shape);
            // The values must also fit as float32 if the type is narrower.
            TensorType.F32.byteCount(shape);
        } catch (ArithmeticException e) {
            throw malformed(what + " to fit into a file", "shape " + shape + " of 2^63 bytes or more");
        }
        if (bytes != found) {
            throw malformed(
                    "data_offsets of " + what + " to span the " + bytes + " bytes of shape " + shape,
                    offsets + ", which span " + found);
        }
    }

    private String text(String what) throws IOException {
        require(json.nextToken() == JsonToken.VALUE_STRING, what + " to be a string");
        return json.getText();
    }

    private List<Long> sizes(String what) throws IOException {
        String expected = what + " to be an array of whole numbers from 0 to 2^63 - 1";
        require(json.nextToken() == JsonToken.START_ARRAY, expected);
        List<Long> sizes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, expected);
            require(json.getNumberType() != JsonParser.NumberType.BIG_INTEGER && json.getLongValue() >= 0, expected);
            if (sizes.size() == HIGHEST_RANK) {
                throw malformed(what + " to have at most " + HIGHEST_RANK + " numbers", "more");
            }
            sizes.add(json.getLongValue());
        }
        return sizes;
    }

    private void requireWithinLimit() {
        if (tensors.size() + metadata.size() > limits.entries()) {
            throw new MalformedWeightsException(
                    file,
                    "at most " + limits.entries() + " tensors and metadata entries",
                    "more",
                    "If you trust the file, read it with larger ReadLimits.");
        }
    }

    private void require(boolean holds, String expected) throws IOException {
        if (!holds) {
            throw malformed(expected, quote(json.getText()));
        }
    }

    private MalformedWeightsException malformed(String expected, String found) {
        return new MalformedWeightsException(file, expected, found, WRITE_AGAIN);
    }
}
