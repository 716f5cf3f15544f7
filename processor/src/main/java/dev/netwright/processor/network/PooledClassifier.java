package dev.netwright.processor.network;

import dev.netwright.processor.declaration.Written;

/** The end of networks without hidden fully connected layers: global average pool, dropout, one fully connected layer. */
final class PooledClassifier {
    private PooledClassifier() {}

    /** Adds it with a pool of some name; a dropout of 0 is left out. */
    static void add(GraphBuilder graph, String pool, double dropout, Written<Integer> classes) {
        graph.then(pool, new Layer.GlobalAveragePool(), classes.origin());
        graph.then("flatten", new Layer.Flatten(), classes.origin());
        graph.dropout("drop", dropout, classes.origin());
        graph.then("fc", new Layer.Linear(classes.value()), classes.origin());
        graph.endBlock("classifier");
    }
}
