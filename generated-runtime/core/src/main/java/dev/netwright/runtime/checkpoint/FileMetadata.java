package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code __metadata__} of Netwright's files and its representation as text by key.
 *
 * @param training a run's state; empty if the file isn't a checkpoint
 */
record FileMetadata(NetworkIdentity network, WeightsMetadata contents, Map<String, String> training) {
    static final String CRC32C = "crc32c";

    /** Prefix of the keys of a run's state. */
    static final String TRAINING = "training.";

    private static final String FORMAT = "format";
    private static final String FORMAT_VERSION = "format_version";
    private static final String NETWORK = "network";
    private static final String FINGERPRINT = "fingerprint";
    private static final String LABELS = "labels";

    private static final String NETWRIGHT = "netwright";
    private static final String VERSION = "1";

    static final List<String> RESERVED_KEYS = List.of(CRC32C, FINGERPRINT, FORMAT, FORMAT_VERSION, LABELS, NETWORK);

    /** Whether a key belongs to Netwright. */
    static boolean isReserved(String key) {
        return RESERVED_KEYS.contains(key) || key.startsWith(TRAINING);
    }

    /** All entries except the checksum, which is computed after the values. */
    SortedMap<String, String> toMap() {
        SortedMap<String, String> map = new TreeMap<>(contents.entries());
        training.forEach((key, value) -> map.put(TRAINING + key, value));
        map.put(FORMAT, NETWRIGHT);
        map.put(FORMAT_VERSION, VERSION);
        map.put(NETWORK, network.name());
        map.put(FINGERPRINT, network.fingerprint());
        map.put(LABELS, LabelsJson.write(contents.labels()));
        return map;
    }

    /**
     * Parses a file's metadata.
     *
     * @return the metadata; empty if another program wrote the file
     * @throws MalformedWeightsException if Netwright wrote the file, but an entry is missing or damaged, or a newer
     *     version wrote it
     */
    static Optional<FileMetadata> of(Path file, SortedMap<String, String> map) {
        if (!NETWRIGHT.equals(map.get(FORMAT))) {
            return Optional.empty();
        }
        String version = entry(file, map, FORMAT_VERSION);
        if (!version.equals(VERSION)) {
            throw new MalformedWeightsException(
                    file,
                    "format_version " + VERSION,
                    "format_version " + quote(version),
                    "Read it with the version of Netwright that wrote it, or a newer one.");
        }
        String fingerprint = entry(file, map, FINGERPRINT);
        if (!NetworkIdentity.isFingerprint(fingerprint)) {
            throw new MalformedWeightsException(
                    file,
                    "fingerprint to be 64 lower-case hexadecimal digits",
                    quote(fingerprint),
                    "The file is damaged: copy or download it again.");
        }
        NetworkIdentity network = new NetworkIdentity(entry(file, map, NETWORK), fingerprint);
        entry(file, map, CRC32C);
        List<String> labels = LabelsJson.read(file, entry(file, map, LABELS));
        SortedMap<String, String> others = new TreeMap<>(map);
        others.keySet().removeAll(RESERVED_KEYS);
        SortedMap<String, String> training = new TreeMap<>();
        others.tailMap(TRAINING).forEach((key, value) -> {
            if (key.startsWith(TRAINING)) {
                training.put(key.substring(TRAINING.length()), value);
            }
        });
        others.keySet().removeIf(key -> key.startsWith(TRAINING));
        return Optional.of(new FileMetadata(network, new WeightsMetadata(labels, others), training));
    }

    private static String entry(Path file, SortedMap<String, String> map, String key) {
        String value = map.get(key);
        if (value == null) {
            throw new MalformedWeightsException(
                    file,
                    "the metadata entry '" + key + "', which every file with format 'netwright' has",
                    "none",
                    "Copy or download it again; if another program wrote it, write it without metadata.");
        }
        return value;
    }
}
