package dev.netwright.runtime.checkpoint;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads and writes checkpoints: weights files with additional tensors and metadata about the run. Whatever reads
 * weights files reads checkpoints, too.
 */
public final class CheckpointFile {
    private CheckpointFile() {}

    /**
     * The name of an optimizer's tensor in a checkpoint. It can't clash with a parameter, because a stage's name has no
     * slash.
     *
     * @param name the tensor's name in the optimizer, such as {@code conv1.weight.exp_avg}
     * @return the name in the file
     */
    public static String optimizerTensor(String name) {
        return WeightsFile.OPTIMIZER + name;
    }

    /**
     * Writes a checkpoint atomically, as {@link WeightsFile#write} writes weights.
     *
     * @param file the file to create or replace
     * @param checkpoint the state to save
     * @throws IllegalArgumentException if a value is NaN or infinite
     * @throws UncheckedIOException if the file can't be written
     */
    public static void write(Path file, Checkpoint checkpoint) {
        WeightsFile.write(file, checkpoint.weights(), checkpoint.optimizer(), checkpoint.state());
    }

    /**
     * Reads only the run's state.
     *
     * @param file the checkpoint
     * @param expected the network that the checkpoint must be of
     * @return the run's state
     * @throws WrongNetworkException if the checkpoint is of another network
     * @throws MalformedWeightsException if the file isn't a checkpoint
     * @throws UncheckedIOException if the file can't be read
     */
    public static CheckpointState state(Path file, ExpectedNetwork expected) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file).namedFor(expected)) {
            return state(file, expected, reader);
        }
    }

    /**
     * Reads the run's state after the whole file's checksum has been verified. Otherwise a damaged value would look
     * like a difference between runs.
     *
     * @param file the checkpoint
     * @param expected the network that the checkpoint must be of
     * @return the run's state
     * @throws WeightsException as {@link #state} does, and if the file is damaged
     */
    public static CheckpointState verifiedState(Path file, ExpectedNetwork expected) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file).namedFor(expected)) {
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
                    "A run can't be resumed from weights alone: load them, or start a new run from them.");
        }
        return new CheckpointState(file, state);
    }

    /**
     * Reads weights and optimizer state. Everything is verified before anything is returned.
     *
     * @param file the checkpoint
     * @param expected the network that the checkpoint must be of
     * @param optimizer all tensors of the optimizer's state, named by {@link #optimizerTensor}
     * @return the values of both by name
     * @throws WeightsException as {@link WeightsFile#read} does, and if a tensor of the optimizer is missing
     */
    public static Map<String, float[]> values(Path file, ExpectedNetwork expected, List<NamedShape> optimizer) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(file).namedFor(expected)) {
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
