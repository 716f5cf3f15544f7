package dev.netwright.processor.network;

import java.util.List;

/** Consecutive nodes that the paper treats as a unit. The name is a Java identifier in lower camel case. */
public record Block(String name, List<Node> nodes) {
    /** Copies the list. */
    public Block {
        nodes = List.copyOf(nodes);
    }
}
