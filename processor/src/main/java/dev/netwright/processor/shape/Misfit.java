package dev.netwright.processor.shape;

import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.network.Node;
import java.util.Optional;

/** A fault of a layer at its place, whatever the tainted numbers before it are. What the layer gives is tainted by it. */
public sealed interface Misfit {
    /** The layer. */
    Node node();

    /** What the layer gives but for its fault; nothing if it can't read its input at all. */
    Optional<ShapeBounds> computed();

    /** Whether it can't read its input at all, so that nothing is known of the size of what it gives. */
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

    /** A layer of windows or channels behind a fully connected layer or a flattening. */
    record ImageExpected(Node node, ShapeBounds input) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.empty();
        }
    }

    /** Channels that can't be divided into the groups of a convolution or of another layer. */
    record GroupsDontDivide(Node node, ShapeBounds input, ShapeBounds output) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }

    /** A pool whose window could lie in the padding alone. */
    record PaddingTooLarge(Node node, ShapeBounds output) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }

    /** More values, or more parameters, than an array holds. */
    record TooLarge(Node node, ShapeBounds output, boolean isOutput) implements Misfit {
        @Override
        public Optional<ShapeBounds> computed() {
            return Optional.of(output);
        }
    }
}
