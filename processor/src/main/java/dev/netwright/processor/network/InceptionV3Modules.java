package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The modules of Inception-v3, whose letters are torchvision's: A is figure 5 of Szegedy et al. (2015), C figure 6, E
 * figure 7, B and D are figure 10. A split inside a branch of E is two more inputs of the module's join.
 */
final class InceptionV3Modules {
    private static final Window POINT = Window.square(1, 1, 0);
    private static final Window SQUARE = Window.square(3, 1, 1);
    private static final Window HALVING = Window.square(3, 2, 0);
    private static final Window ROW_OF_3 = Window.of(1, 3, 1, 1, 0, 1);
    private static final Window COLUMN_OF_3 = Window.of(3, 1, 1, 1, 1, 0);
    private static final Window ROW_OF_7 = Window.of(1, 7, 1, 1, 0, 3);
    private static final Window COLUMN_OF_7 = Window.of(7, 1, 1, 1, 3, 0);

    private final GraphBuilder graph;
    private final ConvolutionForm convolutions;
    private final WidthFactor width;

    InceptionV3Modules(GraphBuilder graph, ConvolutionForm convolutions, WidthFactor width) {
        this.graph = graph;
        this.convolutions = convolutions;
        this.width = width;
    }

    /** A convolution with norm and ReLU. */
    void convolution(String name, int channels, Window window, Origin origin) {
        convolutions.addRectified(graph, name, width.times(channels), window, origin);
    }

    /** Module A; its number is that of the channels behind the average. */
    void addA(String name, WrittenNumber pool) {
        Branches module = new Branches(name, pool.origin());
        module.then("1x1", 64, POINT).end();
        module.then("5x5_1", 48, POINT)
                .then("5x5_2", 64, Window.square(5, 1, 2))
                .end();
        module.then("3x3dbl_1", 64, POINT)
                .then("3x3dbl_2", 96, SQUARE)
                .then("3x3dbl_3", 96, SQUARE)
                .end();
        module.average().then("pool_project", width.times(pool.range()), POINT).end();
        module.join();
    }

    /** Module B, which halves the maps. */
    void addB(String name, Origin origin) {
        Branches module = new Branches(name, origin);
        module.then("3x3", 384, HALVING).end();
        module.then("3x3dbl_1", 64, POINT)
                .then("3x3dbl_2", 96, SQUARE)
                .then("3x3dbl_3", 96, HALVING)
                .end();
        module.maximum().end();
        module.join();
    }

    /** Module C; its number is that of the channels between 1x7 and 7x1 convolutions. */
    void addC(String name, WrittenNumber channels) {
        Interval inside = width.times(channels.range());
        Branches module = new Branches(name, channels.origin());
        module.then("1x1", 192, POINT).end();
        module.then("7x7_1", inside, POINT)
                .then("7x7_2", inside, ROW_OF_7)
                .then("7x7_3", 192, COLUMN_OF_7)
                .end();
        module.then("7x7dbl_1", inside, POINT)
                .then("7x7dbl_2", inside, COLUMN_OF_7)
                .then("7x7dbl_3", inside, ROW_OF_7)
                .then("7x7dbl_4", inside, COLUMN_OF_7)
                .then("7x7dbl_5", 192, ROW_OF_7)
                .end();
        module.average().then("pool_project", 192, POINT).end();
        module.join();
    }

    /** Module D, which halves the maps. */
    void addD(String name, Origin origin) {
        Branches module = new Branches(name, origin);
        module.then("3x3_1", 192, POINT).then("3x3_2", 320, HALVING).end();
        module.then("7x7x3_1", 192, POINT)
                .then("7x7x3_2", 192, ROW_OF_7)
                .then("7x7x3_3", 192, COLUMN_OF_7)
                .then("7x7x3_4", 192, HALVING)
                .end();
        module.maximum().end();
        module.join();
    }

    /** Module E, in which a 1x3 and a 3x1 convolution read the same values. */
    void addE(String name, Origin origin) {
        Branches module = new Branches(name, origin);
        module.then("1x1", 320, POINT).end();
        module.then("3x3_1", 384, POINT).split("3x3_2", 384);
        module.then("3x3dbl_1", 448, POINT).then("3x3dbl_2", 384, SQUARE).split("3x3dbl_3", 384);
        module.average().then("pool_project", 192, POINT).end();
        module.join();
    }

    /** The branches of a module, all of which read the last node before it. */
    private final class Branches {
        private final String name;
        private final Origin origin;
        private final String input = graph.last();
        private final List<String> ends = new ArrayList<>();

        Branches(String name, Origin origin) {
            this.name = name;
            this.origin = origin;
        }

        Branches then(String part, int channels, Window window) {
            return then(part, width.times(channels), window);
        }

        Branches then(String part, Interval channels, Window window) {
            convolutions.addRectified(graph, name + "_" + part, channels, window, origin);
            return this;
        }

        Branches average() {
            graph.then(name + "_pool", new Pool.Form(PoolKind.AVERAGE, SQUARE), origin);
            return this;
        }

        Branches maximum() {
            graph.then(name + "_pool", new Pool.Form(PoolKind.MAX, HALVING), origin);
            return this;
        }

        /** Ends the branch with two convolutions of the same values. */
        void split(String part, int channels) {
            String split = graph.last();
            then(part + "a", channels, ROW_OF_3);
            ends.add(graph.last());
            graph.from(split);
            then(part + "b", channels, COLUMN_OF_3).end();
        }

        void end() {
            ends.add(graph.last());
            graph.from(input);
        }

        void join() {
            graph.join(name + "_join", ends, origin);
            graph.endBlock(name);
        }
    }
}
