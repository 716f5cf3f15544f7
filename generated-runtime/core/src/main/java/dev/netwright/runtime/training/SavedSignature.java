package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.MalformedDataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a weights file says of the data that its network learned. */
public final class SavedSignature {
    /** The way past metadata that can't be understood. */
    public static final String SAVE_AGAIN = "Save the network again, or save it without metadata.";

    private SavedSignature() {}

    /** Of a file of whichever network; empty if it says nothing. */
    public static Optional<DataSignature> of(Path file) {
        return WeightsFile.metadata(file).map(metadata -> of(file, metadata.labels(), metadata));
    }

    /**
     * Of metadata that have been read.
     *
     * @param labels names of the classes
     * @throws MalformedWeightsException if the metadata hold what this version can't do
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
