package dev.netwright.processor.shape;

import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.network.Node;
import java.util.List;
import java.util.Optional;

/**
 * A fault of a layer at its place that holds for all values of the tainted numbers before it. It taints the layer's
 * output.
 */
public sealed interface Misfit {
    /** The layer. */
    Node node();

    /** The layer's output without the fault; empty if it can't read its input at all. */
    Optional<ShapeBounds> computed();

    /** Whether it can't read its input at all, so that the size of its output is unknown. */
    default boolean isUnreadable() {
        return computed().isEmpty();
    }

    /** A window that spans more than its padded input. */
    record WindowTooLarge(Node node, ShapeBounds input) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.empty();
        }
    }

    /** A layer of windows or channels that reads a vector. */
    record ImageExpected(Node node, ShapeBounds input) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.empty();
        }
    }

    /** Channels that aren't divisible by the groups of a convolution or another layer. */
    record GroupsDontDivide(Node node, ShapeBounds input, ShapeBounds output) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }

    /** Channels that aren't divisible by the number of parts of which a layer takes one. */
    record PartsDontDivide(Node node, ShapeBounds input, ShapeBounds output) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }

    /** Inputs of a sum or a concatenation whose shapes don't fit. */
    record InputsDiffer(Node node, List<ShapeBounds> inputs) implements Misfit {
        /** Copies the list. */
        public InputsDiffer {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.empty();
        }
    }

    /** A pool with windows that may cover only padding. */
    record PaddingTooLarge(Node node, ShapeBounds output) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }

    /** A transposed convolution whose padding leaves no pixel of its output. */
    record NothingLeft(Node node, ShapeBounds input) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.empty();
        }
    }

    /** More values, or more parameters, than fit in an array. */
    record TooLarge(Node node, ShapeBounds output, boolean isOutput) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }
}
