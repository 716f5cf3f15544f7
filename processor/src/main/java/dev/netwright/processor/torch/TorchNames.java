package dev.netwright.processor.torch;

import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a network's layers in a dialect of PyTorch.
 *
 * @param dialect the dialect
 * @param modules the module of each layer that has tensors, by the prefix of our tensors' names, in the network's
 * order; empty if the dialect has no network that computes the same
 * @param onPixels the prefixes of our 1x1 convolutions that are fully connected layers of each pixel in PyTorch
 * @param difference the reason, as a clause, or empty
 */
public record TorchNames(String dialect, Map<String, String> modules, Set<String> onPixels, String difference) {
    /**
     * Keeps the order.
     *
     * @throws IllegalArgumentException if two layers have one name, or a layer has none
     */
    public TorchNames {
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
        onPixels = Set.copyOf(onPixels);
        Set<String> taken = new HashSet<>();
        modules.forEach((layer, module) -> {
            if (module.isEmpty() || !taken.add(module)) {
                throw new IllegalArgumentException(
                        "layer " + layer + " must have its own name in " + dialect + ", not '" + module + "'");
            }
        });
    }

    /** Compares a network with a dialect's, layer by layer, and adopts the names if no layer differs. */
    public static TorchNames of(TorchCounterpart counterpart, ShapedNetwork network) {
        if (counterpart instanceof TorchCounterpart.Known known) {
            return of(known, network);
        }
        return without(counterpart.dialect(), ((TorchCounterpart.Absent) counterpart).reason());
    }

    private static TorchNames of(TorchCounterpart.Known theirs, ShapedNetwork network) {
        List<ShapedNode> ours = network.nodes().values().stream()
                .filter(layer -> !form(layer).isEmpty())
                .toList();
        Map<String, String> modules = new LinkedHashMap<>();
        Set<String> onPixels = new HashSet<>();
        for (int i = 0; i < Math.max(ours.size(), theirs.layers().size()); i++) {
            if (i == ours.size() || i == theirs.layers().size()) {
                String more = i < ours.size()
                        ? described(ours.get(i)) + ", where " + theirs.title() + " has already ended"
                        : "it ends where " + theirs.title() + " has "
                                + theirs.layers().get(i);
                return without(theirs.dialect(), more);
            }
            ShapedNode layer = ours.get(i);
            TorchLayer counterpart = theirs.layers().get(i);
            if (!counterpart.computes(form(layer))) {
                return without(
                        theirs.dialect(), described(layer) + ", where " + theirs.title() + " has " + counterpart);
            }
            if (!layer.parameters().isEmpty()) {
                modules.put(layer.node().parameterPrefix(), counterpart.module());
            }
            if (counterpart.isOnPixels()) {
                onPixels.add(layer.node().parameterPrefix());
            }
        }
        return new TorchNames(theirs.dialect(), modules, onPixels, "");
    }

    private static String form(ShapedNode layer) {
        return layer.node().layer().torchForm(layer.input().bounds());
    }

    private static String described(ShapedNode layer) {
        return layer.node().name() + " is " + form(layer);
    }

    private static TorchNames without(String dialect, String difference) {
        return new TorchNames(dialect, Map.of(), Set.of(), difference);
    }
}
