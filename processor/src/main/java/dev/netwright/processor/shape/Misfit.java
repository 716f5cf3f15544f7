package dev.netwright.processor.shape;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.Window;

/** A layer that can't read its inputs. */
public sealed interface Misfit {
    /** The layer. */
    Node node();

    /** A window that spans more than its padded input. */
    record WindowTooLarge(Node node, Window window, Shape input) implements Misfit {}

    /** A layer of windows or channels behind a fully connected layer or a flattening. */
    record ImageExpected(Node node, Shape input) implements Misfit {}

    /** Channels that can't be divided into the groups of a convolution. */
    record GroupsDontDivide(Node node, Layer.Convolution layer, Shape input) implements Misfit {}
}
