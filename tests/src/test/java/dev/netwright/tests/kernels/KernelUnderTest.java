package dev.netwright.tests.kernels;

import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** One kernel with its sizes, as a layer that reads the one before it, and the function that the kernel takes in. */
interface KernelUnderTest {
    /** Name of its layer. */
    String LAYER = "tested";

    /** Name under which others read what it comes to. */
    String RESULT = "result";

    /** What it reads. */
    Shape input();

    /** Adds the layer {@link #LAYER} and, as {@link #RESULT}, its function. */
    void describe(NetworkLayersBuilder network);

    /** What it writes. */
    default Shape output() {
        NetworkLayersBuilder network = NetworkLayers.of(input()).block("alone");
        describe(network);
        return network.crossEntropy().output().shape();
    }

    /** The smallest batch of which it makes more than rounding. */
    default int smallestBatch() {
        return 1;
    }

    /** Whether it takes away what is the same in a whole channel, so that a bias before it has no gradient but rounding. */
    default boolean isBlindToConstants() {
        return false;
    }

    /** What a layer before it has, so that every gradient is more than rounding. */
    default Bias biasBefore() {
        return isBlindToConstants() ? Bias.NONE : Bias.TRAINED;
    }
}
