package dev.netwright.runtime.torch;

import dev.netwright.runtime.checkpoint.NamePrefixes;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.kernel.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A file's tensors matched with a network's, by the names of the dialect that fits best.
 *
 * @param dialect the dialect that fits best
 * @param expected the network's tensors by their names in the dialect, in the network's order
 * @param prefix prefix of the file's names
 * @param found the matched tensors by their names in the dialect, with the file's names
 * @param others the file's tensors without a match under the prefix
 */
record TorchTensors(
        TorchDialect dialect,
        Map<String, Parameter> expected,
        String prefix,
        Map<String, NamedShape> found,
        List<NamedShape> others) {
    /** The batch counter of norms, which inference doesn't need. */
    static final String COUNTER = "num_batches_tracked";

    /** Names of other editions may be longer by this many characters. */
    private static final int OTHER_SPELLING = 32;

    /** Chooses the dialect and the prefix with the most matching names. */
    static TorchTensors of(List<NamedShape> file, TorchNetwork network) {
        List<NamedShape> tensors =
                file.stream().filter(tensor -> !tensor.name().endsWith(COUNTER)).toList();
        @Nullable TorchTensors best = null;
        for (TorchDialect dialect : network.requireDialects()) {
            TorchTensors candidate = of(dialect, network.require(dialect), tensors);
            if (best == null || candidate.found().size() > best.found().size()) {
                best = candidate;
            }
        }
        return Objects.requireNonNull(best, "there is at least one dialect");
    }

    private static TorchTensors of(TorchDialect dialect, Map<String, Parameter> expected, List<NamedShape> tensors) {
        TorchTensors none = new TorchTensors(dialect, expected, "", Map.of(), List.of());
        String prefix = none.prefixes(tensors, (name, tensor) -> true).keySet().stream()
                .findFirst()
                .orElse("");
        List<String> names = List.copyOf(expected.keySet());
        String last = names.get(names.size() - 1);
        Map<String, NamedShape> found = new LinkedHashMap<>();
        List<NamedShape> others = new ArrayList<>();
        for (NamedShape tensor : tensors) {
            String name = tensor.name().startsWith(prefix)
                    ? dialect.spelledAsHere(tensor.name().substring(prefix.length()), last)
                    : "";
            if (!expected.containsKey(name) || found.putIfAbsent(name, tensor) != null) {
                others.add(tensor);
            }
        }
        return new TorchTensors(dialect, expected, prefix, found, others);
    }

    /** Number of matching tensors by prefix. */
    private Map<String, Integer> prefixes(List<NamedShape> tensors, BiPredicate<String, NamedShape> isWanted) {
        List<String> names = List.copyOf(expected.keySet());
        String last = names.get(names.size() - 1);
        int longest = names.stream().mapToInt(String::length).max().orElse(0) + OTHER_SPELLING;
        return NamePrefixes.counted(tensors, longest, (rest, tensor) -> {
            String name = dialect.spelledAsHere(rest, last);
            return expected.containsKey(name) && isWanted.test(name, tensor);
        });
    }

    /**
     * Checks that the choice of tensors is unambiguous. It isn't if names that are missing under the best prefix exist
     * under another, or another prefix has as many names.
     *
     * @throws WrongNetworkException if it is ambiguous; the message lists the prefixes with their numbers of names
     */
    void requireOnePrefix(Path file, TorchNetwork network) {
        Map<String, Integer> scattered = prefixes(
                others,
                (name, tensor) -> !found.containsKey(name)
                        && tensor.shape()
                                .equals(network.names().shape(dialect, Objects.requireNonNull(expected.get(name)))));
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(prefix, found.size());
        counts.putAll(scattered);
        prefixes(others, (name, tensor) -> true).forEach((other, count) -> {
            if (2 * found.size() > expected.size() && count == found.size()) {
                counts.putIfAbsent(other, count);
            }
        });
        counts.remove(prefix);
        if (found.isEmpty() || counts.isEmpty()) {
            return;
        }
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(prefix, found.size());
        all.putAll(counts);
        throw new WrongNetworkException(
                file,
                "the " + expected.size() + " names of " + network.name() + " under one prefix",
                "names under several: " + NamePrefixes.text(all),
                "Give all names the same prefix, or keep the tensors of one.");
    }

    /** The network's tensors that the file has with the same shape, with their names in the file. */
    Map<Parameter, NamedShape> matching(TorchNetwork network) {
        Map<Parameter, NamedShape> matching = new LinkedHashMap<>();
        expected.forEach((name, parameter) -> {
            NamedShape tensor = found.get(name);
            if (tensor != null && tensor.shape().equals(network.names().shape(dialect, parameter))) {
                matching.put(parameter, tensor);
            }
        });
        return matching;
    }
}
