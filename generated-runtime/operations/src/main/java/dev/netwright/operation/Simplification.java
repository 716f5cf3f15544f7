package dev.netwright.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reduces a program to the layers that need a kernel. Flattening and the identity only rename a value, and so does
 * dropout and stochastic depth at inference; inference also drops auxiliary heads, on which the output doesn't depend. A dropout between a
 * layer and its rectifier moves behind the rectifier, with which it commutes, so that the layer can take in the
 * rectifier. It stays in place if another layer reads it.
 */
final class Simplification {
    private final Mode mode;
    /** The outputs that the program's host or losses read. */
    private final List<String> outputs;
    /** The number of reads of each layer's output, by layers, losses and the host. */
    private final Map<String, Integer> reads = new LinkedHashMap<>();

    private final List<List<Node>> blocks = new ArrayList<>();

    /** The value that replaces the output of a removed layer. */
    private final Map<String, String> valueOf = new LinkedHashMap<>();

    /** The dropout that moved behind each rectifier: readers of the rectifier now read the dropout. */
    private final Map<String, String> movedBehind = new LinkedHashMap<>();

    /** A layer that needs a kernel, and the names of the values that it reads. */
    record Node(Operation operation, List<String> inputs) {
        String name() {
            return operation.name();
        }

        String input() {
            return inputs.get(0);
        }
    }

    private Simplification(Mode mode, List<String> outputs) {
        this.mode = mode;
        this.outputs = List.copyOf(outputs);
    }

    static Simplification of(NetworkLayers network, Mode mode) {
        Stream<String> outputs = mode == Mode.TRAINING
                ? network.losses().stream().map(loss -> loss.output().name())
                : Stream.of(network.output().name());
        Simplification simple = new Simplification(mode, outputs.toList());
        simple.countReads(network);
        for (Block<Layer> block : network.blocks()) {
            List<Node> nodes = new ArrayList<>();
            block.layers().stream()
                    .filter(layer -> simple.reads.containsKey(layer.name()))
                    .forEach(layer -> simple.add(layer, nodes));
            simple.blocks.add(nodes);
        }
        return simple;
    }

    /** Counts backwards from the outputs, so that layers on which no output depends have no reads. */
    private void countReads(NetworkLayers network) {
        outputs.forEach(output -> reads.merge(output, 1, Integer::sum));
        List<Layer> layers = network.layers().toList();
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (reads.containsKey(layers.get(i).name())) {
                layers.get(i).inputs().forEach(input -> reads.merge(input.name(), 1, Integer::sum));
            }
        }
    }

    /** The remaining layers of a block, possibly none. */
    List<Node> block(int number) {
        return blocks.get(number);
    }

    /** The name of the value that replaces a layer's output, or the layer's name. */
    String value(String layer) {
        String value = layer;
        while (valueOf.containsKey(value)) {
            value = valueOf.get(value);
        }
        return value;
    }

    /** Replaces the output of a layer that a kernel has taken in. */
    void replace(String layer, String value) {
        valueOf.put(layer, value);
    }

    /** How often layers, losses and the host read a value. */
    long reads(String value) {
        Stream<String> byLayers = blocks.stream()
                .flatMap(List::stream)
                .flatMap(node -> node.inputs().stream())
                .map(this::value);
        return Stream.concat(byLayers, outputs.stream().map(this::output))
                .filter(value::equals)
                .count();
    }

    /** The name of the value that a layer's readers read: its own, or that of the dropout that moved behind it. */
    String output(String layer) {
        return value(movedBehind.getOrDefault(layer, layer));
    }

    private void add(Layer layer, List<Node> nodes) {
        List<String> inputs = layer.inputs().stream()
                .map(Value::name)
                .map(input -> movedBehind.getOrDefault(input, input))
                .toList();
        if (!(layer instanceof Operation operation) || isIdentity(operation)) {
            valueOf.put(layer.name(), inputs.get(0));
            return;
        }
        Node node = new Node(operation, inputs);
        Node before = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
        if (before != null
                && commute(before, node)
                && isReadOnce(before.name(), layer.input().name())) {
            nodes.set(nodes.size() - 1, new Node(operation, before.inputs()));
            nodes.add(new Node(before.operation(), List.of(node.name())));
            movedBehind.put(node.name(), before.name());
        } else {
            nodes.add(node);
        }
    }

    /** {@code linear, dropout, relu} is {@code linear, relu, dropout}: scaling by 0 or 1/(1-p) commutes with ReLU. */
    private boolean commute(Node dropout, Node rectifier) {
        return dropout.operation() instanceof Dropout
                && rectifier.operation() instanceof Activation activation
                && activation.function().isPositivelyHomogeneous()
                && value(rectifier.input()).equals(dropout.name());
    }

    private boolean isIdentity(Operation operation) {
        return (operation instanceof Dropout dropout && (mode == Mode.INFERENCE || dropout.rate() == 0))
                || (operation instanceof StochasticDepth depth && (mode == Mode.INFERENCE || depth.rate() == 0))
                || (operation instanceof Activation activation
                        && activation.function().isIdentity());
    }

    /** Whether nothing reads a dropout but the rectifier that was written to read {@code from}. */
    private boolean isReadOnce(String dropout, String from) {
        String value = from;
        while (Integer.valueOf(1).equals(reads.get(value)) && !value.equals(dropout)) {
            value = movedBehind.getOrDefault(value, valueOf.getOrDefault(value, dropout));
        }
        return Integer.valueOf(1).equals(reads.get(value));
    }
}
