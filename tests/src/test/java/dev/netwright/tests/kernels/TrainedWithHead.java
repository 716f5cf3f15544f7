package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A fully connected layer behind a trunk that has a second loss halfway, of the same form. */
record TrainedWithHead(AuxiliaryHead trunk) implements KernelUnderTest {
    @Override
    public Shape input() {
        return trunk.images();
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        trunk.describe(network);
        network.linear(LAYER, TestNetwork.CLASSES);
    }
}
