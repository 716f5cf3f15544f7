package dev.netwright.processor.network;

import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the blocks of a network whose every layer reads the one before it. */
final class ChainBuilder {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> open = new ArrayList<>();
    private String last = NetworkGraph.IMAGES;

    ChainBuilder then(String name, Layer layer, Origin origin) {
        return then(name, layer, origin, origin);
    }

    ChainBuilder then(String name, Layer layer, Origin origin, Origin windowOrigin) {
        open.add(new Node(name, layer, last, origin, windowOrigin));
        last = name;
        return this;
    }

    /** The activation after layer {@code of}, which shares its origin; its node is named after it. */
    ChainBuilder activation(String of, ActivationFunction function, Origin origin) {
        return then(of + "_" + function.name().toLowerCase(Locale.ROOT), new Layer.Activation(function), origin);
    }

    /** Ends a block. */
    ChainBuilder endBlock(String name) {
        blocks.add(new Block(name, open));
        open.clear();
        return this;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }
}
