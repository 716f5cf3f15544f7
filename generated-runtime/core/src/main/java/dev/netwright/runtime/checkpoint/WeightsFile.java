package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads and writes weights files: safetensors with metadata that hold the network's name and fingerprint, its labels
 * and a checksum. Any safetensors library can read them. Files of other programs can be read if names and shapes match.
 */
public final class WeightsFile {
    /** Prefix of the names of an optimizer's tensors in a checkpoint. */
    static final String OPTIMIZER = "optimizer/";

    private WeightsFile() {}

    /**
     * Reads the full name of the network's class.
     *
     * @param file the weights file
     * @return the name; empty if another program wrote the file
     * @throws MalformedWeightsException if the file isn't safetensors, or its metadata are damaged
     * @throws UncheckedIOException if the file can't be read
     */
    public static Optional<String> networkName(Path file) {
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            return FileMetadata.of(file, reader.metadata())
                    .map(FileMetadata::network)
                    .map(NetworkIdentity::name);
        }
    }

    /**
     * Writes a network's weights, as {@link SafeTensorsWriter#write} does: the same weights give the same bytes, and on
     * any failure an existing file stays unchanged.
     *
     * @param file the file to create or replace
     * @param weights the weights
     * @throws IllegalArgumentException if a value is NaN or infinite, because {@link #read} would reject the file, and
     *     in the cases of {@link SafeTensorsWriter#write}
     * @throws UncheckedIOException if the file can't be written
     */
    public static void write(Path file, Weights weights) {
        write(file, weights, List.of(), Map.of());
    }

    static void write(Path file, Weights weights, List<TensorEntry> optimizer, Map<String, String> training) {
        SortedMap<String, String> metadata = new FileMetadata(weights.network(), weights.metadata(), training).toMap();
        ContentChecksum checksum = new ContentChecksum(metadata);
        List<TensorEntry> tensors = Stream.concat(weights.tensors().stream(), optimizer.stream())
                .map(entry -> new TensorEntry(entry.tensor(), values -> {
                    entry.values().copyTo(values);
                    FiniteValues.requireWritten(file, entry.tensor(), values);
                    checksum.add(entry.tensor().name(), values);
                }))
                .toList();
        SafeTensorsWriter.write(
                file,
                () -> {
                    SortedMap<String, String> complete = new TreeMap<>(metadata);
                    complete.put(FileMetadata.CRC32C, checksum.hex());
                    return complete;
                },
                tensors);
    }

    /**
     * Reads a network's weights. Everything is verified before anything is returned. The values take as much memory as
     * the network's parameters.
     *
     * @param file the weights file
     * @param expected the network
     * @return metadata and values
     * @throws WrongNetworkException if the file is intact, but of another network
     * @throws MalformedWeightsException if it is damaged, has a NaN or an infinity, or isn't a safetensors file of
     *     float32 tensors
     * @throws UncheckedIOException if the file can't be read
     */
    public static LoadedWeights read(Path file, ExpectedNetwork expected) {
        try (OpenedWeights opened = OpenedWeights.of(file, expected)) {
            Map<String, float[]> values = new LinkedHashMap<>();
            for (NamedShape parameter : expected.parameters()) {
                float[] target = parameter.newArray();
                opened.tensor(parameter.name()).next(target);
                values.put(parameter.name(), target);
            }
            opened.requireIntact();
            return new LoadedWeights(opened.metadata(), values);
        }
    }

    /**
     * Reads all tensors with the same name and shape as the network's, of the types that {@link
     * SafeTensorsReader#openConverting} supports. The whole file is verified before anything is returned.
     *
     * @param file the weights file, of any network
     * @param expected the network
     * @return the matching tensors, and the names of all others
     * @throws WrongNetworkException if no tensor matches
     * @throws MalformedWeightsException as {@link #read} does
     * @throws UncheckedIOException if the file can't be read
     */
    public static MatchingWeights readMatching(Path file, ExpectedNetwork expected) {
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file).namedFor(expected)) {
            Optional<FileMetadata> metadata = FileMetadata.of(file, reader.metadata());
            Set<NamedShape> found = new LinkedHashSet<>(reader.tensors());
            List<NamedShape> matching =
                    expected.parameters().stream().filter(found::contains).toList();
            if (matching.isEmpty()) {
                requireChecksum(file, reader);
                NamedShape first = expected.parameters().get(0);
                throw new WrongNetworkException(
                        file,
                        "at least one tensor with the name and shape that network "
                                + expected.identity().name() + " has for it, such as '" + first.name() + "' of shape "
                                + first.shape(),
                        "none" + origin(metadata) + called(expected, reader.tensors()),
                        "Take weights of a network with the same layers under the same names.");
            }
            Set<NamedShape> missing = new LinkedHashSet<>(expected.parameters());
            matching.forEach(missing::remove);
            matching.forEach(found::remove);
            return new MatchingWeights(readValues(file, matching, reader), List.copyOf(missing), List.copyOf(found));
        }
    }

    /**
     * Reads the metadata of any network's file, without its values.
     *
     * @param file the weights file
     * @return the metadata; empty if another program wrote the file
     * @throws MalformedWeightsException if the file isn't safetensors, or its metadata are damaged
     * @throws UncheckedIOException if the file can't be read
     */
    public static Optional<WeightsMetadata> metadata(Path file) {
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            return FileMetadata.of(file, reader.metadata()).map(FileMetadata::contents);
        }
    }

    /**
     * The metadata of a file that must belong to a network. The checksum is verified first, so that a damaged file
     * isn't reported as another network's.
     */
    static Optional<FileMetadata> verified(Path file, ExpectedNetwork expected, SafeTensorsReader reader) {
        Optional<FileMetadata> metadata = FileMetadata.of(file, reader.metadata());
        try {
            requireSameTensors(file, expected, reader.tensors(), metadata);
            metadata.ifPresent(found -> requireSameFingerprint(file, expected.identity(), found.network()));
            return metadata;
        } catch (WrongNetworkException e) {
            requireChecksum(file, reader);
            throw e;
        }
    }

    /**
     * Reads the whole file and verifies its checksum, if Netwright wrote it.
     *
     * @throws MalformedWeightsException if the checksum is wrong
     */
    static void requireChecksum(Path file, SafeTensorsReader reader) {
        if (!reader.metadata().containsKey(FileMetadata.CRC32C)) {
            return;
        }
        ContentChecksum checksum = new ContentChecksum(reader.metadata());
        for (NamedShape tensor : reader.tensors()) {
            checksum.add(reader.nameInFile(tensor.name()), chunks -> reader.readBytes(tensor.name(), chunks));
        }
        requireChecksum(file, reader.metadata(), checksum.hex());
    }

    /** Reads the values of some tensors; the others are read only for the checksum. */
    static Map<String, float[]> readValues(Path file, List<NamedShape> wanted, SafeTensorsReader reader) {
        ContentChecksum checksum = new ContentChecksum(reader.metadata());
        Set<NamedShape> others = new LinkedHashSet<>(reader.tensors());
        wanted.forEach(others::remove);
        for (NamedShape other : others) {
            checksum.add(reader.nameInFile(other.name()), chunks -> reader.readBytes(other.name(), chunks));
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        for (NamedShape parameter : wanted) {
            float[] target = parameter.newArray();
            reader.read(parameter.name(), target);
            checksum.add(reader.nameInFile(parameter.name()), target);
            values.put(parameter.name(), target);
        }
        requireChecksum(file, reader.metadata(), checksum.hex());
        wanted.forEach(
                tensor -> FiniteValues.requireRead(file, tensor, Objects.requireNonNull(values.get(tensor.name()))));
        return values;
    }

    private static void requireSameTensors(
            Path file, ExpectedNetwork expected, List<NamedShape> found, Optional<FileMetadata> metadata) {
        String origin = origin(metadata);
        String fix = metadata.map(known -> "Load it into that network, or read weights of "
                        + expected.identity().name() + ".")
                .orElse("Save exactly this network's tensors, under its own parameter names.");
        Map<String, NamedShape> unmatched = new LinkedHashMap<>();
        boolean isCheckpoint =
                metadata.isPresent() && !metadata.get().training().isEmpty();
        found.stream()
                .filter(tensor -> !(isCheckpoint && tensor.name().startsWith(OPTIMIZER)))
                .forEach(tensor -> unmatched.put(tensor.name(), tensor));
        for (NamedShape parameter : expected.parameters()) {
            NamedShape match = unmatched.remove(parameter.name());
            if (!parameter.equals(match)) {
                throw new WrongNetworkException(
                        file,
                        "tensor '" + parameter.name() + "' of shape " + parameter.shape() + " for network "
                                + expected.identity().name(),
                        (match == null ? "no tensor of that name" : "shape " + match.shape()) + origin,
                        fix);
            }
        }
        for (NamedShape unknown : unmatched.values()) {
            throw new WrongNetworkException(
                    file,
                    "only the " + expected.parameters().size() + " tensors of network "
                            + expected.identity().name(),
                    "also " + quote(unknown.name()) + " of shape " + unknown.shape() + origin,
                    fix);
        }
    }

    /** Describes the file's names: how many match without a prefix, or else the first one. */
    private static String called(ExpectedNetwork expected, List<NamedShape> found) {
        if (found.isEmpty()) {
            return ", and no tensors at all";
        }
        Set<NamedShape> own = new LinkedHashSet<>(expected.parameters());
        int longest = expected.parameters().stream()
                .mapToInt(parameter -> parameter.name().length())
                .max()
                .orElse(0);
        Map<String, Integer> prefixes = NamePrefixes.counted(
                found, longest, (rest, tensor) -> own.contains(new NamedShape(rest, tensor.shape())));
        return prefixes.isEmpty()
                ? "; its first tensor is " + quote(found.get(0).name()) + " of shape "
                        + found.get(0).shape()
                : "; of its " + found.size() + " names " + NamePrefixes.text(prefixes)
                        + ", which the network's names don't have";
    }

    private static String origin(Optional<FileMetadata> metadata) {
        return metadata.map(known ->
                        ", in weights of network " + quote(known.network().name()))
                .orElse(", in weights that name no network");
    }

    private static void requireSameFingerprint(Path file, NetworkIdentity expected, NetworkIdentity found) {
        if (!expected.fingerprint().equals(found.fingerprint())) {
            throw new WrongNetworkException(
                    file,
                    "fingerprint " + expected.fingerprint() + " of network " + expected.name(),
                    "fingerprint " + found.fingerprint() + " of network " + quote(found.name())
                            + ", which has the same tensors but another spec",
                    "Compare the two specs (strides, padding, activations, order), and load it into the network that"
                            + " it was trained as.");
        }
    }

    /** Verified whenever there is a checksum, so that a damaged {@code format} entry can't hide other damage. */
    static void requireChecksum(Path file, SortedMap<String, String> metadata, String computed) {
        String written = metadata.getOrDefault(FileMetadata.CRC32C, computed);
        if (!written.equals(computed)) {
            throw new MalformedWeightsException(
                    file,
                    "values and metadata with the checksum crc32c " + quote(written),
                    quote(computed),
                    "The file is damaged: copy or download it again; if you changed it on purpose, save it without"
                            + " metadata.");
        }
    }
}
