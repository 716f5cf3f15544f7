package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Some layers between images and a fully connected readout. */
record LayeredNetwork(Layers parts) implements TestNetwork {
    @Override
    public NetworkLayers layers() {
        NetworkLayersBuilder network = NetworkLayers.of(parts.images()).block("layers");
        parts.describe(network);
        return network.block("classifier").linear("readout", CLASSES).crossEntropy();
    }

    @Override
    public List<Integer> batches() {
        return Stream.of(1, 4, 3).filter(size -> size >= parts.smallestBatch()).toList();
    }

    @Override
    public TestBatch batch(int size) {
        return TestBatch.gaussian(parts.images(), size);
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
