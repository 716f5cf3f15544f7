package dev.netwright.runtime.torch;

import dev.netwright.operation.ParameterSpec;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of a network's tensors in PyTorch: in each dialect with an equivalent network, layer by layer; for the
 * other dialects, the first difference.
 */
public final class TorchNames {
    private static final String NO_NAMES = " - ";
    private static final String ON_PIXELS = "linear";

    private final Map<TorchDialect, Map<String, String>> modules = new EnumMap<>(TorchDialect.class);
    private final Map<TorchDialect, Set<String>> onPixels = new EnumMap<>(TorchDialect.class);
    private final Map<TorchDialect, String> differences = new EnumMap<>(TorchDialect.class);

    private TorchNames() {}

    /**
     * Parses the list in a generated class: a line for each dialect, followed by {@code - reason}, or by an indented
     * line for each layer with the prefixes of Netwright's and of PyTorch's tensor names, and with the word {@code linear}
     * if it is a 1x1 convolution here and a fully connected layer that reads each pixel there.
     *
     * @param list the text
     * @return the names
     * @throws IllegalArgumentException if the text has another form
     */
    public static TorchNames parse(String list) {
        TorchNames names = new TorchNames();
        Map<String, String> layers = new LinkedHashMap<>();
        Set<String> linear = new HashSet<>();
        for (String line : list.lines().toList()) {
            int reason = line.indexOf(NO_NAMES);
            String[] words = line.strip().split(" ", -1);
            if (reason > 0) {
                names.differences.put(dialect(line.substring(0, reason)), line.substring(reason + NO_NAMES.length()));
            } else if (words.length == 1) {
                layers = new LinkedHashMap<>();
                linear = new HashSet<>();
                names.modules.put(dialect(words[0]), layers);
                names.onPixels.put(dialect(words[0]), linear);
            } else if (words.length == 2) {
                layers.put(words[0], words[1]);
            } else if (words.length == 3 && words[2].equals(ON_PIXELS)) {
                layers.put(words[0], words[1]);
                linear.add(words[0]);
            } else {
                throw new IllegalArgumentException(
                        "a line must be a dialect, or a layer and its module, found '" + line + "'");
            }
        }
        return names;
    }

    private static TorchDialect dialect(String id) {
        return TorchDialect.valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** {@return the dialects with an equivalent network, torchvision first} */
    public List<TorchDialect> dialects() {
        return List.copyOf(modules.keySet());
    }

    /**
     * The first difference to a dialect's network.
     *
     * @param dialect the dialect
     * @return a clause; empty if the dialect has an equivalent network
     */
    public Optional<String> difference(TorchDialect dialect) {
        return Optional.ofNullable(differences.get(dialect));
    }

    /** All differences for a message; empty if there are none. */
    String differences() {
        return differences.entrySet().stream()
                .map(entry -> "No names of " + entry.getKey().owner() + ", because " + entry.getValue() + ". ")
                .collect(Collectors.joining());
    }

    /**
     * A network's tensors by their names in a dialect.
     *
     * @param dialect the dialect
     * @param table the network's parameters
     * @return tensors by name, in the network's order
     * @throws IllegalArgumentException if the dialect has no equivalent network
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

    /**
     * A tensor's shape in a dialect. The weight of a 1x1 convolution has two dimensions there if its layer is fully
     * connected and reads each pixel; the order of the values is the same.
     *
     * @param dialect a dialect with an equivalent network
     * @param tensor a tensor of the network
     * @return the dimensions
     */
    public List<Long> shape(TorchDialect dialect, Parameter tensor) {
        boolean isOnPixels = onPixels.getOrDefault(dialect, Set.of()).contains(tensor.layer())
                && tensor.role() == ParameterSpec.Role.CONVOLUTION_WEIGHT;
        List<Integer> shape = isOnPixels ? tensor.shape().subList(0, 2) : tensor.shape();
        return shape.stream().map(Integer::longValue).toList();
    }

    /** The prefix of a tensor's name in a dialect. */
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
