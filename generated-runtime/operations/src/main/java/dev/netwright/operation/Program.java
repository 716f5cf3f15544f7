package dev.netwright.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** One of a network's two programs: what it computes, in order. Who reads a value is looked up, as binding asks it of every operation. */
public final class Program {
    private final Mode mode;
    private final Value images;
    private final List<Block<Operation>> blocks;
    private final Value output;
    private final List<Loss> losses;
    private final List<Operation> operations;
    private final Map<Value, List<Operation>> readers = new HashMap<>();

    /**
     * A program.
     *
     * @param images what the host writes
     * @param blocks operations in order, those of each block of the network that has any
     * @param output the network's output, which the host reads of an inference program
     * @param losses what a training program lowers, the network's own loss first; none in an inference program
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

    /** Which of the two it is. */
    public Mode mode() {
        return mode;
    }

    /** What the host writes. */
    public Value images() {
        return images;
    }

    /** Operations in order, those of each block of the network that has any. */
    public List<Block<Operation>> blocks() {
        return blocks;
    }

    /** The network's output, which the host reads of an inference program. */
    public Value output() {
        return output;
    }

    /** What a training program lowers, the network's own loss first; none in an inference program. */
    public List<Loss> losses() {
        return losses;
    }

    /** Every operation in order. */
    public List<Operation> operations() {
        return operations;
    }

    /** Whether it has a backward. */
    public boolean isTraining() {
        return mode == Mode.TRAINING;
    }

    /** Whether a value is the network's output or that of a loss. */
    public boolean isOutput(Value value) {
        return value.equals(output)
                || losses.stream().anyMatch(loss -> loss.output().equals(value));
    }

    /** The operations that read a value, in order. */
    public List<Operation> readers(Value value) {
        return List.copyOf(readers.getOrDefault(value, List.of()));
    }

    /**
     * Whether a value has a gradient already when an operation's backward comes to it, so that it adds to that: its last reader
     * writes it, at the first of its inputs that is the value, or else a loss has.
     *
     * @param position of the value among the reader's inputs
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
