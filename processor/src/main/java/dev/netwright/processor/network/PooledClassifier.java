package dev.netwright.processor.network;

import dev.netwright.operation.Flatten;
import dev.netwright.operation.Pool;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;

/** The end of networks without hidden fully connected layers: global average pool, dropout, one fully connected layer. */
final class PooledClassifier {
    private PooledClassifier() {}

    /** Adds it with the given name for its pool and without dropout. */
    static void add(GraphBuilder graph, String pool, WrittenNumber classes) {
        add(graph, pool, Written.of(0.0, classes.origin()), classes);
    }

    /** Adds it with the given name for its pool; a dropout of 0 is omitted. */
    static void add(GraphBuilder graph, String pool, Written<Double> dropout, WrittenNumber classes) {
        graph.then(pool, new Pool.GlobalForm(), classes.origin());
        graph.then("flatten", new Flatten.Form(), classes.origin());
        graph.dropout("drop", dropout, classes.origin());
        graph.linear("fc", classes);
        graph.endBlock("classifier");
    }
}
