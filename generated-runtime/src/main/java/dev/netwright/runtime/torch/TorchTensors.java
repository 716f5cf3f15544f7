package dev.netwright.runtime.torch;

import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file's tensors beside a network's, by the names of the dialect that fits best.
 *
 * @param dialect that one
 * @param expected the network's tensors by their names there, in its order
 * @param found the file's tensors by their names there, with the names that the file has
 * @param others the file's tensors that have no such name
 */
record TorchTensors(
        TorchDialect dialect, Map<String, Parameter> expected, Map<String, NamedShape> found, List<NamedShape> others) {
    /** What norms count, and prediction doesn't read. */
    static final String COUNTER = "num_batches_tracked";

    /** Takes the dialect, and the prefix that all of the file's names may have in common, with the most names. */
    static TorchTensors of(List<NamedShape> file, TorchNetwork network) {
        List<NamedShape> tensors =
                file.stream().filter(tensor -> !tensor.name().endsWith(COUNTER)).toList();
        @Nullable TorchTensors best = null;
        for (TorchDialect dialect : network.requireDialects()) {
            for (String prefix : commonPrefixes(tensors)) {
                TorchTensors candidate = of(dialect, network.require(dialect), prefix, tensors);
                if (best == null || candidate.found().size() > best.found().size()) {
                    best = candidate;
                }
            }
        }
        return Objects.requireNonNull(best, "there is at least one dialect and prefix");
    }

    private static TorchTensors of(
            TorchDialect dialect, Map<String, Parameter> expected, String prefix, List<NamedShape> tensors) {
        Map<String, NamedShape> found = new LinkedHashMap<>();
        List<NamedShape> others = new ArrayList<>();
        List<String> names = List.copyOf(expected.keySet());
        String last = names.get(names.size() - 1);
        for (NamedShape tensor : tensors) {
            String name = dialect.spelledAsHere(tensor.name().substring(prefix.length()), last);
            if (!expected.containsKey(name) || found.putIfAbsent(name, tensor) != null) {
                others.add(tensor);
            }
        }
        return new TorchTensors(dialect, expected, found, others);
    }

    /** None, and what wrappers such as {@code DataParallel} put before every name: whole words up to a dot. */
    private static List<String> commonPrefixes(List<NamedShape> tensors) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        if (tensors.isEmpty()) {
            return prefixes;
        }
        String first = tensors.get(0).name();
        for (int dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
            String prefix = first.substring(0, dot + 1);
            if (!tensors.stream().allMatch(tensor -> tensor.name().startsWith(prefix))) {
                break;
            }
            prefixes.add(prefix);
        }
        return prefixes;
    }

    static List<Long> shape(Parameter parameter) {
        return parameter.shape().stream().map(Integer::longValue).toList();
    }

    /** The network's tensors that the file has in the same shape: what the file calls them. */
    Map<Parameter, NamedShape> matching() {
        Map<Parameter, NamedShape> matching = new LinkedHashMap<>();
        expected.forEach((name, parameter) -> {
            NamedShape tensor = found.get(name);
            if (tensor != null && tensor.shape().equals(shape(parameter))) {
                matching.put(parameter, tensor);
            }
        });
        return matching;
    }
}
