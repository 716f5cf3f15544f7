package dev.netwright.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One of a network's two programs: its operations in computing order. The readers of each value are indexed, because
 * binding asks for them at every operation.
 */
public final class Program {
    private final Mode mode;
    private final Value images;
    private final List<Block<Operation>> blocks;
    private final Value output;
    private final List<Loss> losses;
    private final List<Operation> operations;
    private final Map<Value, List<Operation>> readers = new HashMap<>();

    /**
     * Indexes the readers of each value.
     *
     * @param mode training or inference
     * @param images the images that the host writes
     * @param blocks the operations in order; blocks of the network without operations are left out
     * @param output the network's output, which the host reads in an inference program
     * @param losses the terms of the training loss, the network's own first; none in an inference program
     */
    Program(Mode mode, Value images, List<Block<Operation>> blocks, Value output, List<Loss> losses) {
        this.mode = mode;
        this.images = images;
        this.blocks = List.copyOf(blocks);
        this.output = output;
        this.losses = List.copyOf(losses);
        operations = blocks.stream().flatMap(block -> block.layers().stream()).toList();
        for (Operation operation : operations) {
            for (Value input : new LinkedHashSet<>(operation.inputs())) {
                readers.computeIfAbsent(input, value -> new ArrayList<>()).add(operation);
            }
        }
    }

    /** {@return training or inference} */
    public Mode mode() {
        return mode;
    }

    /** {@return the images that the host writes} */
    public Value images() {
        return images;
    }

    /** {@return the operations in order, by block; blocks of the network without operations are left out} */
    public List<Block<Operation>> blocks() {
        return blocks;
    }

    /** {@return the network's output, which the host reads in an inference program} */
    public Value output() {
        return output;
    }

    /** {@return the terms of the training loss, the network's own first; none in an inference program} */
    public List<Loss> losses() {
        return losses;
    }

    /** {@return all operations in order} */
    public List<Operation> operations() {
        return operations;
    }

    /** {@return whether it has a backward pass} */
    public boolean isTraining() {
        return mode == Mode.TRAINING;
    }

    /**
     * Whether the host or a loss reads a value.
     *
     * @param value a value of the program
     * @return true for the network's output and for the values that losses compare with targets
     */
    public boolean isOutput(Value value) {
        return value.equals(output)
                || losses.stream().anyMatch(loss -> loss.output().equals(value));
    }

    /**
     * The operations that read a value.
     *
     * @param value a value of the program
     * @return the readers in computing order
     */
    public List<Operation> readers(Value value) {
        return List.copyOf(readers.getOrDefault(value, List.of()));
    }

    /**
     * Whether an operation's backward adds to an input's gradient instead of writing it. The first to write a gradient
     * is a loss of the value, or else the backward of the last reader, at the first of its inputs that is the value.
     *
     * @param reader the operation whose backward runs
     * @param position the position of the value among the reader's inputs, from 0 on
     * @return true if the gradient already has a part of its sum
     */
    public boolean accumulates(Operation reader, int position) {
        Value value = reader.inputs().get(position);
        if (!isTraining() || value.isImages()) {
            return false;
        }
        List<Operation> all = readers(value);
        return all.indexOf(reader) < all.size() - 1 || reader.inputs().indexOf(value) < position || isOutput(value);
    }
}
