package dev.netwright.runtime.checkpoint;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A weights file whose values are read piece by piece, so that they are held once: where they are brought. Names, shapes and fingerprint
 * are verified when it is opened, the values by {@link #requireIntact} once each tensor has been read.
 */
public final class OpenedWeights implements AutoCloseable {
    private final Path file;
    private final SafeTensorsReader reader;
    private final Optional<WeightsMetadata> metadata;
    private final ByteBuffer chunk = SafeTensorsReader.chunk();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private Optional<MalformedWeightsException> fault = Optional.empty();

    private OpenedWeights(
            Path file, SafeTensorsReader reader, ExpectedNetwork expected, Optional<WeightsMetadata> metadata) {
        this.file = file;
        this.reader = reader;
        this.metadata = metadata;
        expected.parameters().forEach(parameter -> tensors.put(parameter.name(), new Tensor(parameter)));
    }

    /**
     * Opens the weights of one network.
     *
     * @param file the weights file
     * @param expected the network whose weights it has to hold
     * @return the open file, which the caller closes
     * @throws WrongNetworkException if the file is intact, but for another network
     * @throws MalformedWeightsException if its header is damaged, or it is no safetensors file of float32
     * @throws UncheckedIOException if it cannot be read
     */
    public static OpenedWeights of(Path file, ExpectedNetwork expected) {
        SafeTensorsReader reader = SafeTensorsReader.open(file).namedFor(expected);
        try {
            Optional<FileMetadata> metadata = WeightsFile.verified(file, expected, reader);
            return new OpenedWeights(file, reader, expected, metadata.map(FileMetadata::contents));
        } catch (RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    /**
     * The metadata that Netwright wrote with the values.
     *
     * @return the metadata; empty if another program, such as PyTorch, wrote the file
     */
    public Optional<WeightsMetadata> metadata() {
        return metadata;
    }

    /**
     * One of the network's tensors, of which no value has been read.
     *
     * @param name the parameter's name
     * @return its values, to be read once
     */
    public Tensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /**
     * Verifies what has been read, which is all of the file's tensors.
     *
     * @throws MalformedWeightsException if the file is damaged, or a value is NaN or infinite
     */
    public void requireIntact() {
        ContentChecksum checksum = new ContentChecksum(reader.metadata());
        for (NamedShape found : reader.tensors()) {
            Tensor read = tensors.get(found.name());
            if (read == null) {
                checksum.add(reader.nameInFile(found.name()), chunks -> reader.readBytes(found.name(), chunks));
            } else {
                checksum.add(reader.nameInFile(found.name()), read.finished());
            }
        }
        WeightsFile.requireChecksum(file, reader.metadata(), checksum.hex());
        fault.ifPresent(found -> {
            throw found;
        });
    }

    @Override
    public void close() {
        reader.close();
    }

    /** A tensor's values in row-major order, each read once. */
    public final class Tensor {
        private final NamedShape tensor;
        private final CRC32C crc = new CRC32C();
        private long read;

        private Tensor(NamedShape tensor) {
            this.tensor = tensor;
        }

        /**
         * Reads the next values, as many as the array has room for.
         *
         * @param target receives the values
         */
        public void next(float[] target) {
            reader.read(tensor.name(), read, target, chunk, crc);
            if (fault.isEmpty()) {
                fault = FiniteValues.faultOf(file, tensor, read, target);
            }
            read += target.length;
        }

        private CRC32C finished() {
            if (read != tensor.elementCount()) {
                throw new IllegalStateException("of the " + tensor.elementCount() + " values of " + tensor.name() + ", "
                        + read + " were read: read each once before requireIntact()");
            }
            return crc;
        }
    }
}
