package dev.netwright.processor.network;

import dev.netwright.operation.StochasticDepth;
import dev.netwright.processor.diagnostics.Origin;

/**
 * The sum of a block's input and its output, after which nothing follows.
 *
 * @param rate of the stochastic depth of the block's output (Huang et al., 2016); 0 omits the layer
 */
record Shortcut(double rate) {
    /** Without stochastic depth. */
    static final Shortcut PLAIN = new Shortcut(0);

    /** Adds it after a block. */
    void add(GraphBuilder graph, String name, String input, Origin origin) {
        if (rate > 0) {
            graph.then(name + ".stochastic_depth", new StochasticDepth.Form(rate), origin);
        }
        graph.sum(name + ".sum", graph.last(), input, origin);
    }
}
