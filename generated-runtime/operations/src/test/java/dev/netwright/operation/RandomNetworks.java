package dev.netwright.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Small networks of branches, sums, products and joins, wilder than any published: values that are read again much later or twice by one
 * layer, joins that can't lie in one another, dropouts anywhere, layers that nothing reads, heads on what is read further on.
 */
public final class RandomNetworks {
    private static final int MOST_CHANNELS = 24;
    private static final List<ActivationFunction> FUNCTIONS = Stream.of(ActivationKind.values())
            .map(kind -> new ActivationFunction(kind, kind.isNumbered() ? 0.25 : 0))
            .toList();
    private static final List<PoolKind> KINDS = List.of(PoolKind.values());
    private static final List<Interpolation> INTERPOLATIONS = List.of(Interpolation.values());

    private final Random random;
    private final NetworkLayersBuilder network;

    /** Channels of the values of the present size, the images included as long as they have it. */
    private final Map<String, Integer> channels = new LinkedHashMap<>();

    private String last = Value.IMAGES;
    private int side;
    private int layers;
    private int blocks;
    private boolean isBlockOpen;

    private RandomNetworks(Random random) {
        this.random = random;
        side = between(4, 9);
        int planes = between(1, 3);
        network = NetworkLayers.of(Shape.image(planes, side, side));
        channels.put(Value.IMAGES, planes);
    }

    /** An endless series, the same for the same seed. */
    public static Stream<NetworkLayers> of(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> new RandomNetworks(random).build());
    }

    private NetworkLayers build() {
        for (int i = between(1, 6); i > 0; i--) {
            part();
            if (random.nextInt(3) == 0) {
                isBlockOpen = false;
            }
            if (random.nextInt(8) == 0) {
                String main = last;
                int width = width();
                classifier(10);
                network.auxiliaryHead(last, 0.3);
                isBlockOpen = false;
                from(main);
                channels.put(main, width);
            }
        }
        if (random.nextInt(8) == 0) {
            join(List.of(last, last));
            convolution(between(1, 4));
            return network.squaredError(0.5);
        }
        if (random.nextInt(8) == 0) {
            inception();
            return network.squaredError(1);
        }
        classifier(10);
        return network.crossEntropy();
    }

    private void part() {
        switch (random.nextInt(9)) {
            case 0 -> pool();
            case 1 -> residual();
            case 2 -> inception();
            case 3 -> dense();
            case 4 -> skip();
            case 5 -> elementwise();
            case 6 -> gate();
            case 7 -> split();
            default -> convolution(between(1, 6));
        }
    }

    private void pool() {
        PoolKind kind = KINDS.get(random.nextInt(KINDS.size()));
        int width = width();
        if (random.nextInt(6) == 0) {
            resize(width);
            return;
        }
        if (random.nextInt(6) == 0) {
            side = between(1, 9);
            channels.clear();
            add(width, name -> network.layer(name, new AdaptiveAveragePool.Form(side, side)));
            return;
        }
        if (side < 2 || random.nextInt(3) == 0) {
            add(width, name -> network.pool(name, kind, Window.square(3, 1, 1)));
            return;
        }
        boolean isRoundedUp = random.nextBoolean();
        channels.clear();
        add(width, name -> network.pool(name, kind, Window.square(2, 2, 0), isRoundedUp ? Rounding.UP : Rounding.DOWN));
        side = (isRoundedUp ? side + 1 : side) / 2;
    }

    private void resize(int width) {
        channels.clear();
        if (random.nextBoolean()) {
            int transposed = between(1, 4);
            int more = random.nextInt(2);
            side = 2 * side + more;
            add(
                    transposed,
                    name -> network.layer(
                            name,
                            new TransposedConvolution.Form(transposed, Window.square(2, 2, 0), more, more, 1, true)));
            return;
        }
        Interpolation mode = INTERPOLATIONS.get(random.nextInt(INTERPOLATIONS.size()));
        side = between(1, 12);
        add(width, name -> network.layer(name, new Upsample.SizeForm(side, side, mode)));
    }

    /** A sum, of a value and itself at worst. */
    private void residual() {
        String input = last;
        int width = width();
        for (int i = random.nextInt(3); i > 0; i--) {
            convolution(width);
        }
        String residual = last;
        if (random.nextBoolean()) {
            from(input);
            convolution(width);
            input = last;
        }
        String shortcut = input;
        boolean isProduct = random.nextInt(4) == 0;
        add(
                width,
                name -> isProduct ? network.multiply(name, residual, shortcut) : network.add(name, residual, shortcut));
        perhaps(ActivationFunction.RELU);
    }

    /** Some parts of the channels, perhaps the same twice, joined again or not. */
    private void split() {
        String input = last;
        int width = width();
        int parts = width % 3 == 0 ? 3 : width % 2 == 0 ? 2 : 1;
        List<String> branches = new ArrayList<>();
        for (int i = between(1, 3); i > 0; i--) {
            int part = random.nextInt(parts);
            from(input);
            add(width / parts, name -> network.layer(name, new ChannelSplit.Form(parts, part)));
            if (random.nextBoolean()) {
                convolution(width / parts);
            }
            branches.add(last);
        }
        if (random.nextInt(3) > 0) {
            join(branches);
        }
    }

    /** Multiplies the channels by what follows from their means, or from the means of what came long before. */
    private void gate() {
        String input = last;
        int width = width();
        List<String> there = List.copyOf(channels.keySet());
        from(random.nextBoolean() ? input : there.get(random.nextInt(there.size())));
        addVector(name -> network.globalAveragePool(name));
        switch (random.nextInt(3)) {
            case 0 -> linear(width);
            case 1 -> {
                addVector(name -> network.flatten(name));
                linear(width);
            }
            default -> addVector(name -> network.convolution(name, width, Window.square(1, 1, 0)));
        }
        addVector(name -> network.sigmoid(name));
        String gate = last;
        add(width, name -> network.multiply(name, input, gate));
    }

    private void inception() {
        String input = last;
        List<String> branches = new ArrayList<>();
        for (int i = between(2, 4); i > 0; i--) {
            from(input);
            for (int j = random.nextInt(3); j > 0; j--) {
                switch (random.nextInt(3)) {
                    case 0 -> add(width(), name -> network.maxPool(name, Window.square(3, 1, 1)));
                    case 1 -> elementwise();
                    default -> convolution(between(1, 4));
                }
            }
            branches.add(last);
        }
        join(branches);
    }

    private void dense() {
        for (int i = between(1, 4); i > 0; i--) {
            String input = last;
            add(width(), name -> network.batchNorm(name, 1e-5, 0.1));
            perhaps(ActivationFunction.RELU);
            convolution(between(1, 3));
            join(List.of(input, last));
            if (random.nextInt(3) == 0) {
                isBlockOpen = false;
            }
        }
    }

    /** Reads a value of long ago, and perhaps joins what comes of it, so that what was joined before is read again. */
    private void skip() {
        List<String> there = List.copyOf(channels.keySet());
        String before = last;
        from(there.get(random.nextInt(there.size())));
        if (random.nextBoolean()) {
            convolution(between(1, 4));
        }
        if (random.nextInt(3) > 0) {
            join(random.nextBoolean() ? List.of(before, last) : List.of(last, before));
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
        add(joined, name -> network.concat(name, branches.toArray(String[]::new)));
    }

    private void convolution(int width) {
        Window window = random.nextBoolean() ? Window.square(3, 1, 1) : Window.square(1, 1, 0);
        Bias bias = random.nextBoolean() ? Bias.TRAINED : Bias.NONE;
        add(width, name -> network.convolution(name, width, window, bias));
        if (random.nextBoolean()) {
            RunningVariance variance = random.nextBoolean() ? RunningVariance.UNBIASED : RunningVariance.BIASED;
            add(width, name -> network.batchNorm(name, 1e-5, 0.1, variance));
        }
        dropoutAndActivation();
    }

    private void dropoutAndActivation() {
        if (random.nextInt(5) == 0) {
            dropout(0.5);
        }
        perhaps(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
        if (random.nextInt(5) == 0) {
            dropout(random.nextBoolean() ? 0.5 : 0);
        }
    }

    private void elementwise() {
        switch (random.nextInt(9)) {
            case 4 -> add(width(), name -> network.layer(name, new LayerNorm.Form(1e-6)));
            case 5 -> add(width(), name -> network.layer(name, new GroupNorm.Form(1, 1e-5)));
            case 6 -> add(width(), name -> network.layer(name, new LayerScale.Form(1e-6)));
            case 7 -> add(width(), name -> network.layer(name, new StochasticDepth.Form(0.25)));
            case 0 -> add(width(), name -> network.localResponseNorm(name, 3, 1e-4, 0.75, 2));
            case 3 -> add(width(), name -> network.layer(name, new ChannelShuffle.Form(width())));
            case 1 -> dropout(0.25);
            case 2 -> add(width(), name -> network.batchNorm(name, 1e-5, 0.1));
            default -> activation(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
        }
    }

    /** Layers of vectors, flattened before or not. */
    private void classifier(int classes) {
        if (random.nextBoolean()) {
            boolean isMaximum = random.nextBoolean();
            addVector(name -> isMaximum ? network.globalMaxPool(name) : network.globalAveragePool(name));
        }
        if (random.nextBoolean()) {
            addVector(name -> network.flatten(name));
            if (random.nextInt(3) == 0) {
                addVector(name -> network.batchNorm(name, 1e-5, 0.1));
            }
            dropoutAndActivation();
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            int units = between(1, 12);
            linear(units);
            if (random.nextInt(10) == 0) {
                network.auxiliaryHead(last, 0.5);
            }
            dropoutAndActivation();
            String before = last;
            switch (random.nextInt(4)) {
                case 0 -> {
                    linear(units);
                    String linear = last;
                    addVector(name -> network.add(name, linear, before));
                }
                case 1 -> {
                    linear(between(1, 4));
                    String linear = last;
                    addVector(name -> network.concat(name, before, linear));
                }
                default -> {}
            }
        }
        linear(classes);
    }

    private void linear(int units) {
        Bias bias = random.nextBoolean() ? Bias.TRAINED : Bias.NONE;
        addVector(name -> network.linear(name, units, bias));
    }

    private void dropout(double rate) {
        add(width(), name -> network.dropout(name, rate));
    }

    private void perhaps(ActivationFunction function) {
        if (random.nextInt(4) > 0) {
            activation(function);
        }
    }

    private void activation(ActivationFunction function) {
        add(width(), name -> network.activation(name, function));
    }

    private interface Listing {
        NetworkLayersBuilder list(String name);
    }

    private void addVector(Listing listing) {
        add(0, listing);
    }

    private void add(int width, Listing listing) {
        if (!isBlockOpen) {
            network.block("block" + blocks++);
            isBlockOpen = true;
        }
        last = "n" + layers++;
        listing.list(last);
        if (width > 0) {
            channels.put(last, width);
        }
    }

    private void from(String layer) {
        network.from(layer);
        last = layer;
    }

    /** Channels of the last value, 0 if it is a vector. */
    private int width() {
        return channels.getOrDefault(last, 0);
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
