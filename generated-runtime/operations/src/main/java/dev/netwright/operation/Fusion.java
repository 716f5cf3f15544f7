package dev.netwright.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns layers into operations. A convolution, fully connected layer, norm or sum takes in the activation that follows
 * it; in an inference program a convolution takes in its norm first. {@link Simplification} has removed the layers that
 * need no kernel.
 */
final class Fusion {
    private final NetworkLayers network;
    private final Mode mode;
    private final Simplification simple;
    private final Map<String, Value> values = new HashMap<>();

    /** The number of operations so far that draw random numbers. */
    private int masks;

    private Fusion(NetworkLayers network, Mode mode) {
        this.network = network;
        this.mode = mode;
        simple = Simplification.of(network, mode);
        values.put(network.images().name(), network.images());
    }

    static Program fuse(NetworkLayers network, Mode mode) {
        return new Fusion(network, mode).program();
    }

    private Program program() {
        List<Block<Operation>> blocks = new ArrayList<>();
        for (int i = 0; i < network.blocks().size(); i++) {
            List<Operation> operations = operations(simple.block(i));
            if (!operations.isEmpty()) {
                blocks.add(new Block<>(network.blocks().get(i).name(), operations));
            }
        }
        List<Loss> losses = mode == Mode.INFERENCE
                ? List.of()
                : network.losses().stream()
                        .map(loss -> loss.of(output(loss.output())))
                        .toList();
        return new Program(mode, network.images(), blocks, output(network.output()), losses);
    }

    private List<Operation> operations(List<Simplification.Node> nodes) {
        List<Operation> operations = new ArrayList<>();
        int i = 0;
        while (i < nodes.size()) {
            Simplification.Node node = nodes.get(i);
            Operation operation = read(node);
            List<String> takenIn = new ArrayList<>();
            if (mode == Mode.INFERENCE && operation instanceof Convolution convolution) {
                Optional<BatchNorm> norm = soleReader(nodes, i, BatchNorm.class);
                if (norm.isPresent()) {
                    operation = new ConvolutionNorm(convolution, norm.get(), ActivationFunction.IDENTITY);
                    takenIn.add(norm.get().name());
                    i++;
                }
            }
            Optional<Activation> activation =
                    operation.takesFunction() ? soleReader(nodes, i, Activation.class) : Optional.empty();
            if (activation.isPresent() && isTakenIn(activation.get().function())) {
                operation = operation.with(activation.get().function());
                takenIn.add(activation.get().name());
                i++;
            }
            String name = operation.name();
            takenIn.forEach(layer -> simple.replace(layer, name));
            operations.add(operation);
            values.put(operation.name(), operation.output());
            i++;
        }
        return operations;
    }

    private boolean isTakenIn(ActivationFunction function) {
        return mode == Mode.INFERENCE || function.isDerivedFromResult();
    }

    /** The operation with its actual inputs, after fusion and removal of layers; one that draws random numbers also gets its position. */
    private Operation read(Simplification.Node node) {
        Operation operation = node.operation()
                .reading(node.inputs().stream()
                        .map(input -> value(simple.value(input)))
                        .toList());
        if (operation instanceof StochasticDepth depth) {
            return depth.at(masks++);
        }
        return operation instanceof Dropout dropout ? dropout.at(masks++) : operation;
    }

    private <O extends Operation> Optional<O> soleReader(List<Simplification.Node> nodes, int i, Class<O> type) {
        if (i + 1 == nodes.size() || !type.isInstance(nodes.get(i + 1).operation())) {
            return Optional.empty();
        }
        Simplification.Node next = nodes.get(i + 1);
        String value = nodes.get(i).name();
        return simple.value(next.input()).equals(value) && simple.reads(value) == 1
                ? Optional.of(type.cast(next.operation()))
                : Optional.empty();
    }

    private Value output(Value layer) {
        return value(simple.output(layer.name()));
    }

    private Value value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
