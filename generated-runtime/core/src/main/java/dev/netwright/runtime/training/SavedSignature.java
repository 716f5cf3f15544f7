package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.MalformedDataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads from a weights file which data its network was trained on. */
public final class SavedSignature {
    /** The fix for metadata that can't be parsed. */
    public static final String SAVE_AGAIN = "Save the network again, or save it without metadata.";

    private SavedSignature() {}

    /**
     * Reads the signature of a weights file of any network.
     *
     * @param file the weights file
     * @return classes and preprocessing; empty if the file doesn't say
     * @throws MalformedWeightsException if the metadata can't be parsed
     */
    public static Optional<DataSignature> of(Path file) {
        return WeightsFile.metadata(file).map(metadata -> of(file, metadata.labels(), metadata));
    }

    /**
     * Parses metadata that have been read.
     *
     * @param file the weights file, for messages
     * @param labels names of the classes
     * @param metadata the file's metadata
     * @return classes and preprocessing
     * @throws MalformedWeightsException if the metadata name a preprocessing that this version doesn't know
     */
    public static DataSignature of(Path file, List<String> labels, WeightsMetadata metadata) {
        try {
            return DataSignature.fromMetadata(labels, metadata.entries());
        } catch (MalformedDataException e) {
            throw new MalformedWeightsException(
                    file, "known preprocessing", String.valueOf(e.getMessage()), SAVE_AGAIN);
        }
    }
}
