package dev.netwright.runtime.checkpoint;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkpoints of Netwright: weights files with further tensors and metadata for the run, so that whatever reads weights reads a
 * checkpoint as well.
 */
public final class CheckpointFile {
    private CheckpointFile() {}

    /**
     * The name under which a checkpoint holds an optimizer's tensor. No parameter is called so: a stage's name has no slash.
     *
     * @param name such as {@code conv1.weight.exp_avg}
     */
    public static String optimizerTensor(String name) {
        return WeightsFile.OPTIMIZER + name;
    }

    /**
     * Writes a checkpoint, as {@link WeightsFile#write} writes weights: whole, synced, or not at all.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, Checkpoint checkpoint) {
        WeightsFile.write(file, checkpoint.weights(), checkpoint.optimizer(), checkpoint.state());
    }

    /**
     * Reads the run's numbers alone.
     *
     * @throws WrongNetworkException if it is another network's
     * @throws MalformedWeightsException if it isn't a checkpoint
     * @throws UncheckedIOException if it cannot be read
     */
    public static CheckpointState state(Path file, ExpectedNetwork expected) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            return state(file, expected, reader);
        }
    }

    /**
     * Reads the run's numbers of a file whose every value has been read and found to be what was written, before anything is made of them: of
     * a damaged file a comparison would blame the run.
     *
     * @throws WeightsException as {@link #state} does
     */
    public static CheckpointState verifiedState(Path file, ExpectedNetwork expected) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            WeightsFile.requireChecksum(file, reader);
            return state(file, expected, reader);
        }
    }

    private static CheckpointState state(Path file, ExpectedNetwork expected, SafeTensorsReader reader) {
        Optional<FileMetadata> metadata = WeightsFile.verified(file, expected, reader);
        Map<String, String> state = metadata.map(FileMetadata::training).orElse(Map.of());
        if (state.isEmpty()) {
            throw new MalformedWeightsException(
                    file,
                    "a checkpoint of a run",
                    "weights alone",
                    "A run can't be resumed from them: load them, or begin a new run with them.");
        }
        return new CheckpointState(file, state);
    }

    /**
     * Reads weights and optimizer state. Everything is verified before anything is returned.
     *
     * @param optimizer every tensor that the optimizer keeps, by the names of {@link #optimizerTensor}
     * @return the values of both by name
     * @throws WeightsException as {@link WeightsFile#read} does, and if a tensor of the optimizer is missing
     */
    public static Map<String, float[]> values(Path file, ExpectedNetwork expected, List<NamedShape> optimizer) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            WeightsFile.verified(file, expected, reader);
            for (NamedShape tensor : optimizer) {
                if (!reader.tensors().contains(tensor)) {
                    throw new MalformedWeightsException(
                            file,
                            "the optimizer's tensor '" + tensor.name() + "' of shape " + tensor.shape(),
                            "none",
                            "Resume with the optimizer that the run had.");
                }
            }
            return WeightsFile.readValues(
                    file,
                    Stream.concat(expected.parameters().stream(), optimizer.stream())
                            .toList(),
                    reader);
        }
    }
}
