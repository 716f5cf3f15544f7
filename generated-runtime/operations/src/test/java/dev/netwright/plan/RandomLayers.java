package dev.netwright.plan;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks that nobody would design: each layer reads one or two of all before it, in blocks of any length, with heads. */
final class RandomLayers {
    private static final int CHANNELS = 2;
    private static final int SIDE = 4;

    private final Random random;
    private final NetworkLayersBuilder network;
    /** Layers of one shape, which any may read. */
    private final List<String> maps = new ArrayList<>();

    private int count;

    private RandomLayers(long seed) {
        random = new Random(seed);
        network = NetworkLayers.of(Shape.image(CHANNELS, SIDE, SIDE)).block("block0");
    }

    static NetworkLayers of(long seed) {
        return new RandomLayers(seed).build();
    }

    private NetworkLayers build() {
        convolution();
        int layers = 3 + random.nextInt(12);
        for (int i = 0; i < layers; i++) {
            if (random.nextInt(4) == 0) {
                network.block("block" + (i + 1));
            }
            // Mostly chains, as only there is anything computed in place.
            network.from(random.nextBoolean() ? maps.get(maps.size() - 1) : anyMap());
            layer();
        }
        if (random.nextInt(5) == 0) {
            network.auxiliaryHead(anyMap(), 0.2);
        }
        if (random.nextInt(3) == 0) {
            network.from(anyMap()).linear("auxiliary", 3).auxiliaryHead("auxiliary", 0.3).from(anyMap());
        }
        if (random.nextBoolean()) {
            network.flatten("flattened").dropout("last_dropout", 0.5);
        }
        return network.linear("classes", 3).crossEntropy();
    }

    private void layer() {
        switch (random.nextInt(8)) {
            case 0 -> convolution();
            case 1 -> maps.add(named(name -> network.batchNorm(name, 1e-5, 0.1, RunningVariance.UNBIASED)));
            case 2 -> maps.add(named(name -> network.activation(name, function())));
            case 3 -> maps.add(named(name -> network.dropout(name, 0.5)));
            case 4 -> maps.add(named(name -> network.pool(name, PoolKind.MAX, Window.square(3, 1, 1))));
            case 5 -> maps.add(named(name -> network.localResponseNorm(name, 3, 1e-4, 0.75, 2)));
            case 6 -> maps.add(named(name -> network.add(name, anyMap(), anyMap())));
            default -> {
                String joined = named(name -> network.concat(name, anyMap(), anyMap()));
                if (random.nextBoolean()) {
                    named(name -> network.concat(name, joined, anyMap()));
                }
                convolution();
            }
        }
    }

    private void convolution() {
        maps.add(named(name -> network.convolution(name, CHANNELS, Window.square(3, 1, 1), 1, Bias.TRAINED)));
        if (random.nextBoolean()) {
            maps.add(named(name -> network.activation(name, function())));
        }
    }

    private ActivationFunction function() {
        ActivationFunction[] all = ActivationFunction.values();
        return all[random.nextInt(all.length)];
    }

    private String anyMap() {
        return maps.get(random.nextInt(maps.size()));
    }

    private interface Adding {
        NetworkLayersBuilder add(String name);
    }

    private String named(Adding layer) {
        String name = "layer" + count++;
        layer.add(name);
        return name;
    }
}
