package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.images;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ActivationKind;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.Interpolation;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Small networks with branches, sums and joins that no family has: values that are read again much later or twice by
 * the same layer, joins that can't share memory, dropouts anywhere, layers that nothing reads, and heads on values that
 * other layers read as well.
 */
final class RandomGraph {
    private static final int MOST_CHANNELS = 24;
    private static final List<ActivationFunction> FUNCTIONS = Stream.of(ActivationKind.values())
            .map(kind -> new ActivationFunction(kind, kind.isNumbered() ? 0.25 : 0))
            .toList();
    private static final List<PoolKind> KINDS = List.of(PoolKind.values());
    private static final List<Interpolation> INTERPOLATIONS = List.of(Interpolation.values());

    private final Random random;
    private final GraphBuilder graph = new GraphBuilder();
    private final List<AuxiliaryHead> heads = new ArrayList<>();

    /** Channels of the values with the current size, including the images as long as they have it. */
    private final Map<String, Integer> channels = new LinkedHashMap<>();

    private int side;
    private int nodes;
    private int blocks;

    private RandomGraph(Random random) {
        this.random = random;
        side = between(4, 9);
    }

    static NetworkGraph next(Random random) {
        return new RandomGraph(random).build();
    }

    private NetworkGraph build() {
        int planes = between(1, 3);
        int size = side;
        channels.put(NetworkGraph.IMAGES, planes);
        for (int i = between(1, 6); i > 0; i--) {
            part();
            if (random.nextInt(3) == 0) {
                graph.endBlock("block" + blocks++);
            }
            if (random.nextInt(8) == 0) {
                String main = graph.last();
                int width = width();
                classifier(10);
                heads.add(new AuxiliaryHead(graph.last(), 0.3));
                graph.endBlock("block" + blocks++);
                graph.from(main);
                channels.put(main, width);
            }
        }
        classifier(10);
        return NetworkGraph.classifier(
                        "nobody",
                        images(planes, size, size),
                        graph.endBlock("block" + blocks).blocks())
                .withAuxiliaryHeads(heads);
    }

    private void part() {
        switch (random.nextInt(7)) {
            case 0 -> pool();
            case 1 -> residual();
            case 2 -> inception();
            case 3 -> dense();
            case 4 -> skip();
            case 5 -> elementwise();
            default -> convolution(between(1, 6));
        }
    }

    private void pool() {
        PoolKind kind = KINDS.get(random.nextInt(KINDS.size()));
        if (random.nextInt(6) == 0) {
            resize();
            return;
        }
        if (random.nextInt(6) == 0) {
            int width = width();
            channels.clear();
            side = between(1, 9);
            then(new AdaptiveAveragePool.Form(side, side), width);
            return;
        }
        if (side < 2 || random.nextInt(3) == 0) {
            then(new Pool.Form(kind, Window.square(3, 1, 1)), width());
            return;
        }
        int width = width();
        channels.clear();
        then(new Pool.Form(kind, Window.square(2, 2, 0)), width);
        side /= 2;
    }

    private void resize() {
        int width = width();
        channels.clear();
        if (random.nextBoolean()) {
            side *= 2;
            then(new TransposedConvolution.Form(3, Window.square(2, 2, 0), 0, 0, 1, random.nextBoolean()), 3);
            return;
        }
        side *= 2;
        then(new Upsample.Form(2, 2, INTERPOLATIONS.get(random.nextInt(INTERPOLATIONS.size()))), width);
    }

    /** A sum, possibly of a value and itself. */
    private void residual() {
        String input = graph.last();
        int width = width();
        for (int i = random.nextInt(3); i > 0; i--) {
            convolution(width);
        }
        String residual = graph.last();
        if (random.nextBoolean()) {
            graph.from(input);
            convolution(width);
            input = graph.last();
        }
        graph.sum(name(), residual, input, NOWHERE);
        channels.put(graph.last(), width);
        perhaps(ActivationFunction.RELU);
    }

    private void inception() {
        String input = graph.last();
        List<String> branches = new ArrayList<>();
        for (int i = between(2, 4); i > 0; i--) {
            graph.from(input);
            for (int j = random.nextInt(3); j > 0; j--) {
                switch (random.nextInt(3)) {
                    case 0 -> then(new Pool.Form(PoolKind.MAX, Window.square(3, 1, 1)), width());
                    case 1 -> elementwise();
                    default -> convolution(between(1, 4));
                }
            }
            branches.add(graph.last());
        }
        join(branches);
    }

    private void dense() {
        for (int i = between(1, 4); i > 0; i--) {
            String input = graph.last();
            then(new BatchNorm.Form(1e-5, 0.1, true), width());
            perhaps(ActivationFunction.RELU);
            convolution(between(1, 3));
            join(List.of(input, graph.last()));
            if (random.nextInt(3) == 0) {
                graph.endBlock("block" + blocks++);
            }
        }
    }

    /** Reads a much earlier value, and perhaps joins the result, so that a join's input is read again. */
    private void skip() {
        List<String> there = List.copyOf(channels.keySet());
        String last = graph.last();
        graph.from(there.get(random.nextInt(there.size())));
        if (random.nextBoolean()) {
            convolution(between(1, 4));
        }
        if (random.nextInt(3) > 0) {
            join(random.nextBoolean() ? List.of(last, graph.last()) : List.of(graph.last(), last));
        }
    }

    private void join(List<String> branches) {
        int joined = branches.stream()
                .mapToInt(branch -> channels.getOrDefault(branch, 0))
                .sum();
        if (joined > MOST_CHANNELS) {
            convolution(2);
            return;
        }
        graph.join(name(), branches, NOWHERE);
        channels.put(graph.last(), joined);
    }

    private void convolution(int width) {
        Window window = random.nextBoolean() ? Window.square(3, 1, 1) : Window.square(1, 1, 0);
        then(new Convolution.Form(width, window, 1, random.nextBoolean()), width);
        if (random.nextBoolean()) {
            then(new BatchNorm.Form(1e-5, 0.1, random.nextBoolean()), width);
        }
        dropoutAndActivation();
    }

    private void dropoutAndActivation() {
        if (random.nextInt(5) == 0) {
            then(new Dropout.Form(0.5), width());
        }
        perhaps(function());
        if (random.nextInt(5) == 0) {
            then(new Dropout.Form(random.nextBoolean() ? 0.5 : 0), width());
        }
    }

    private void elementwise() {
        switch (random.nextInt(11)) {
            case 6 -> then(new LayerNorm.Form(1e-6), width());
            case 7 -> then(new GroupNorm.Form(1, 1e-5), width());
            case 8 -> then(new LayerScale.Form(1e-6), width());
            case 9 -> then(new StochasticDepth.Form(0.25), width());
            case 3 -> then(new ChannelShuffle.Form(width()), width());
            case 4 -> then(new ChannelSplit.Form(width(), random.nextInt(width())), 1);
            case 5 -> gate();
            case 0 -> then(new LocalResponseNorm.Form(3, 1e-4, 0.75, 2), width());
            case 1 -> then(new Dropout.Form(0.25), width());
            case 2 -> then(new BatchNorm.Form(1e-5, 0.1, true), width());
            default -> then(new Activation.Form(function()), width());
        }
    }

    /** Multiplies the channels by what follows from their means. */
    private void gate() {
        String input = graph.last();
        int width = width();
        graph.then(name(), new Pool.GlobalForm(), NOWHERE);
        graph.then(name(), new Convolution.Form(width, Window.square(1, 1, 0), 1, true), NOWHERE);
        graph.product(name(), input, graph.last(), NOWHERE);
        channels.put(graph.last(), width);
    }

    /** Layers of vectors, flattened before or not. */
    private void classifier(int classes) {
        if (random.nextBoolean()) {
            graph.then(name(), new Pool.GlobalForm(random.nextBoolean() ? PoolKind.MAX : PoolKind.AVERAGE), NOWHERE);
        }
        if (random.nextBoolean()) {
            graph.then(name(), new Flatten.Form(), NOWHERE);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            int units = between(1, 12);
            linear(units);
            if (random.nextInt(10) == 0) {
                heads.add(new AuxiliaryHead(graph.last(), 0.5));
            }
            dropoutAndActivation();
            String before = graph.last();
            switch (random.nextInt(4)) {
                case 0 -> {
                    linear(units);
                    graph.sum(name(), graph.last(), before, NOWHERE);
                }
                case 1 -> {
                    linear(between(1, 4));
                    graph.join(name(), List.of(before, graph.last()), NOWHERE);
                }
                default -> {}
            }
        }
        linear(classes);
    }

    private void linear(int units) {
        graph.then(name(), new Linear.Form(units, random.nextBoolean()), NOWHERE);
    }

    private void perhaps(ActivationFunction function) {
        if (random.nextInt(4) > 0) {
            then(new Activation.Form(function), width());
        }
    }

    private ActivationFunction function() {
        return FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    }

    private void then(LayerForm layer, int width) {
        graph.then(name(), layer, NOWHERE);
        if (channels.containsKey(graph.last()) || width > 0) {
            channels.put(graph.last(), width);
        }
    }

    /** Channels of the last value, 0 if it is a vector. */
    private int width() {
        return channels.getOrDefault(graph.last(), 0);
    }

    private String name() {
        return "n" + nodes++;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
