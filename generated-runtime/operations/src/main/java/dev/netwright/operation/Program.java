package dev.netwright.operation;

import java.util.List;

/**
 * One of a network's two programs: what it computes, in order.
 *
 * @param images what the host writes
 * @param blocks operations in order, those of each block of the network that has any
 * @param output the network's output, which the host reads of an inference program
 * @param losses what a training program lowers, the network's own loss first; none in an inference program
 */
public record Program(Mode mode, Value images, List<Block<Operation>> blocks, Value output, List<Loss> losses) {
    /** Copies the lists. */
    public Program {
        blocks = List.copyOf(blocks);
        losses = List.copyOf(losses);
    }

    /** Every operation in order. */
    public List<Operation> operations() {
        return blocks.stream().flatMap(block -> block.layers().stream()).toList();
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
        return operations().stream()
                .filter(operation -> operation.inputs().contains(value))
                .toList();
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
        List<Operation> readers = readers(value);
        return readers.indexOf(reader) < readers.size() - 1
                || reader.inputs().indexOf(value) < position
                || isOutput(value);
    }
}
