package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.AuxiliaryHead;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The layers of a program that need a kernel. Flattening and the identity only rename a value, and at inference dropout does
 * as well; nothing of the output depends on an auxiliary head. A dropout between a layer and its rectifier moves behind the
 * rectifier, with which it commutes, so that the layer can take the rectifier in; but not if something else reads it.
 */
final class Simplification {
    private final Mode mode;
    /** The network's output and those of the heads that the program has. */
    private final List<String> outputs;
    /** How often each node's output is read, by layers, losses and the host. */
    private final Map<String, Integer> reads = new LinkedHashMap<>();

    private final List<Block> blocks = new ArrayList<>();

    /** The value that stands for a node's output, where it isn't the node's own. */
    private final Map<String, String> valueOf = new LinkedHashMap<>();

    /** For each rectifier that a dropout was moved behind, that dropout: who read the one now reads the other. */
    private final Map<String, String> movedBehind = new LinkedHashMap<>();

    private Simplification(Mode mode, List<String> outputs) {
        this.mode = mode;
        this.outputs = List.copyOf(outputs);
    }

    static Simplification of(NetworkGraph graph, Mode mode) {
        List<String> outputs = new ArrayList<>(List.of(graph.output()));
        if (mode == Mode.TRAINING) {
            graph.auxiliaryHeads().stream().map(AuxiliaryHead::logits).forEach(outputs::add);
        }
        Simplification simple = new Simplification(mode, outputs);
        simple.countReads(graph);
        for (Block block : graph.blocks()) {
            List<Node> nodes = new ArrayList<>();
            block.nodes().stream()
                    .filter(node -> simple.reads.containsKey(node.name()))
                    .forEach(node -> simple.add(node, nodes));
            simple.blocks.add(new Block(block.name(), nodes));
        }
        return simple;
    }

    /** From the last node on, so that what nothing needs isn't counted. */
    private void countReads(NetworkGraph graph) {
        outputs.forEach(output -> reads.merge(output, 1, Integer::sum));
        List<Node> nodes = graph.nodes().toList();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (reads.containsKey(nodes.get(i).name())) {
                nodes.get(i).inputs().forEach(input -> reads.merge(input, 1, Integer::sum));
            }
        }
    }

    /** Blocks with the layers that are left; a block may have none. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Id of the value that stands for a node's output. */
    String value(String node) {
        String value = node;
        while (valueOf.containsKey(value)) {
            value = valueOf.get(value);
        }
        return value;
    }

    /** Lets a value stand for the output of a node that a kernel has taken in. */
    void replace(String node, String value) {
        valueOf.put(node, value);
    }

    /** How often layers, losses and the host read a value. */
    long reads(String value) {
        Stream<String> byLayers = blocks.stream()
                .flatMap(block -> block.nodes().stream())
                .flatMap(node -> node.inputs().stream())
                .map(this::value);
        return Stream.concat(byLayers, outputs.stream().map(this::output))
                .filter(value::equals)
                .count();
    }

    /** Id of the value that a node's readers read: its own, or that of the dropout which moved behind it. */
    String output(String node) {
        return value(movedBehind.getOrDefault(node, node));
    }

    private void add(Node written, List<Node> nodes) {
        List<String> inputs = written.inputs().stream()
                .map(input -> movedBehind.getOrDefault(input, input))
                .toList();
        Node node = written.withInputs(inputs);
        if (isIdentity(node.layer())) {
            valueOf.put(node.name(), node.input());
            return;
        }
        Node before = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
        if (before != null && commute(before, node) && isReadOnce(before.name(), written.input())) {
            nodes.set(nodes.size() - 1, new Node(node.name(), node.layer(), before.input(), node.origin()));
            nodes.add(new Node(before.name(), before.layer(), node.name(), before.origin()));
            movedBehind.put(node.name(), before.name());
        } else {
            nodes.add(node);
        }
    }

    /** {@code linear, dropout, relu} is {@code linear, relu, dropout}: scaling by 0 or 1/(1-p) commutes with ReLU. */
    private boolean commute(Node dropout, Node rectifier) {
        return dropout.layer() instanceof Layer.Dropout
                && rectifier.layer() instanceof Layer.Activation activation
                && activation.function().isPositivelyHomogeneous()
                && value(rectifier.input()).equals(dropout.name());
    }

    private boolean isIdentity(Layer layer) {
        return layer instanceof Layer.Flatten
                || (layer instanceof Layer.Dropout dropout && (mode == Mode.INFERENCE || dropout.rate() == 0))
                || (layer instanceof Layer.Activation activation
                        && activation.function() == ActivationFunction.IDENTITY);
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
