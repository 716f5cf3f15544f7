package dev.netwright.processor.shape;

import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.Window;

/** A layer whose window is larger than its padded input, so that no shape follows from it. */
public record Misfit(Node node, Window window, Shape input) {}
