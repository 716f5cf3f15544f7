package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Class labels as a JSON array in a string, because safetensors metadata can hold only strings. */
public final class LabelsJson {

    private LabelsJson() {}

    /**
     * Writes labels as JSON.
     *
     * @param labels the labels, in order
     * @return a JSON array of strings
     */
    public static String write(List<String> labels) {
        return HeaderJson.write(json -> json.writeArray(labels.toArray(String[]::new), 0, labels.size()));
    }

    /** Parses what {@link #write} wrote. */
    static List<String> read(Path file, String text) {
        try (JsonParser json = HeaderJson.FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw malformed(file, text);
            }
            List<String> labels = new ArrayList<>();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                labels.add(json.getText());
            }
            if (json.currentToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
                throw malformed(file, text);
            }
            return labels;
        } catch (JsonProcessingException e) {
            MalformedWeightsException malformed = malformed(file, text);
            malformed.initCause(e);
            throw malformed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read JSON from memory", e);
        }
    }

    private static MalformedWeightsException malformed(Path file, String text) {
        return new MalformedWeightsException(
                file,
                "the metadata entry 'labels' to be a JSON array of strings",
                quote(text),
                "The file is damaged: copy or download it again.");
    }
}
