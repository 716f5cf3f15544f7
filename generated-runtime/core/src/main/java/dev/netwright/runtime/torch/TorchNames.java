package dev.netwright.runtime.torch;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a network's tensors are called in PyTorch: in each dialect that has a network which computes the same, layer by layer, and of each other
 * one where it begins to differ.
 */
public final class TorchNames {
    private static final String NO_NAMES = " - ";

    private final Map<TorchDialect, Map<String, String>> modules = new EnumMap<>(TorchDialect.class);
    private final Map<TorchDialect, String> differences = new EnumMap<>(TorchDialect.class);

    private TorchNames() {}

    /**
     * Reads what generated classes state: a line for each dialect, with {@code - reason} or, indented, a line for each layer: what our tensors'
     * names begin with and what PyTorch's do.
     *
     * @throws IllegalArgumentException if the text is of another form
     */
    public static TorchNames parse(String list) {
        TorchNames names = new TorchNames();
        Map<String, String> layers = new LinkedHashMap<>();
        for (String line : list.lines().toList()) {
            int reason = line.indexOf(NO_NAMES);
            String[] words = line.strip().split(" ", -1);
            if (reason > 0) {
                names.differences.put(dialect(line.substring(0, reason)), line.substring(reason + NO_NAMES.length()));
            } else if (words.length == 1) {
                layers = new LinkedHashMap<>();
                names.modules.put(dialect(words[0]), layers);
            } else if (words.length == 2) {
                layers.put(words[0], words[1]);
            } else {
                throw new IllegalArgumentException(
                        "a line is a dialect, or a layer and its module, not '" + line + "'");
            }
        }
        return names;
    }

    private static TorchDialect dialect(String id) {
        return TorchDialect.valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The dialects with names, torchvision first. */
    public List<TorchDialect> dialects() {
        return List.copyOf(modules.keySet());
    }

    /** Where a dialect's network begins to compute something else, as a clause; empty if it has names. */
    public Optional<String> difference(TorchDialect dialect) {
        return Optional.ofNullable(differences.get(dialect));
    }

    /** All differences, for a message; empty if there are none. */
    String differences() {
        return differences.entrySet().stream()
                .map(entry -> "No names of " + entry.getKey().owner() + ", because " + entry.getValue() + ". ")
                .collect(Collectors.joining());
    }

    /**
     * A network's tensors by their names in a dialect, in the network's order.
     *
     * @throws IllegalArgumentException if the dialect has no names for it
     */
    public Map<String, Parameter> tensors(TorchDialect dialect, ParameterTable table) {
        Map<String, Parameter> tensors = new LinkedHashMap<>();
        for (Parameter tensor : table.tensors()) {
            tensors.put(
                    module(dialect, tensor)
                            + tensor.name().substring(tensor.layer().length()),
                    tensor);
        }
        return Collections.unmodifiableMap(tensors);
    }

    /** What a tensor's name begins with in a dialect. */
    String module(TorchDialect dialect, Parameter tensor) {
        Map<String, String> layers = modules.get(dialect);
        String module = layers == null ? null : layers.get(tensor.layer());
        if (module == null) {
            throw new IllegalArgumentException("no tensor has a name in " + dialect.id() + ": "
                    + difference(dialect).orElse("none was given"));
        }
        return module;
    }
}
