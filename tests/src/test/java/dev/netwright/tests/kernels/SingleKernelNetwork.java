package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A network that shows everything about one kernel through the host's side of a session.
 *
 * <p>As an inner layer, the kernel's input is a parameter: image n is the unit vector n, and the convolution {@code source}
 * spreads each of its channels over a whole image, so that {@code source.weight} holds the inputs of the batch and its
 * gradient their gradients. As a first layer, the kernel reads the images. After it, {@code readout} mixes all of its
 * outputs into each of the logits. The kernel has a block of its own, so that its neighbours don't take it in.
 */
final class SingleKernelNetwork implements TestNetwork {
    /** Largest batch of an inner layer: the length of the unit vectors. */
    static final int LARGEST_BATCH = 4;

    private static final String INPUT = "input";

    private final KernelUnderTest kernel;
    private final Place place;
    private final ActivationFunction before;

    /** Where the kernel stands among the readers of its input. */
    private enum Place {
        /** It reads the images, which have no gradient. */
        ON_IMAGES,
        /** It alone reads the layer before it. */
        BETWEEN_LAYERS,
        /** Another layer reads its input as well, and later: the kernel adds to that one's gradient. */
        BEFORE_ANOTHER_READER,
        /** Another layer reads its input as well, and earlier: that one adds to the kernel's gradient. */
        AFTER_ANOTHER_READER
    }

    private SingleKernelNetwork(KernelUnderTest kernel, Place place, ActivationFunction before) {
        this.kernel = kernel;
        this.place = place;
        this.before = before;
    }

    /** The kernel may overwrite its input, and its output's gradient, with nobody the worse for it. */
    static SingleKernelNetwork innerLayer(KernelUnderTest kernel) {
        return behind(ActivationFunction.IDENTITY, kernel);
    }

    /** An inner layer behind a function, whose backward reads what the kernel reads: only the gradient may be overwritten. */
    static SingleKernelNetwork behind(ActivationFunction function, KernelUnderTest kernel) {
        return new SingleKernelNetwork(kernel, Place.BETWEEN_LAYERS, function);
    }

    static SingleKernelNetwork firstLayer(KernelUnderTest kernel) {
        return new SingleKernelNetwork(kernel, Place.ON_IMAGES, ActivationFunction.IDENTITY);
    }

    /** An inner layer whose input another layer reads after it: nothing may be overwritten. */
    static SingleKernelNetwork beforeAnotherReader(KernelUnderTest kernel) {
        return new SingleKernelNetwork(kernel, Place.BEFORE_ANOTHER_READER, ActivationFunction.IDENTITY);
    }

    /** An inner layer whose input another layer has read. */
    static SingleKernelNetwork afterAnotherReader(KernelUnderTest kernel) {
        return new SingleKernelNetwork(kernel, Place.AFTER_ANOTHER_READER, ActivationFunction.IDENTITY);
    }

    @Override
    public List<Integer> batches() {
        return Stream.of(1, 4, 3).filter(size -> size >= kernel.smallestBatch()).toList();
    }

    @Override
    public TestBatch batch(int size) {
        return place == Place.ON_IMAGES
                ? TestBatch.gaussian(kernel.input(), size)
                : TestBatch.unitVectors(LARGEST_BATCH, size);
    }

    @Override
    public NetworkLayers layers() {
        NetworkLayersBuilder network =
                place == Place.ON_IMAGES ? NetworkLayers.of(kernel.input()) : source(kernel.input());
        if (place == Place.AFTER_ANOTHER_READER) {
            otherReader(network);
        }
        kernel.describe(network.block("kernel"));
        if (place == Place.BEFORE_ANOTHER_READER) {
            otherReader(network);
        }
        return network.block("classifier")
                .from(KernelUnderTest.RESULT)
                .linear("readout", CLASSES)
                .crossEntropy();
    }

    private NetworkLayersBuilder source(Shape input) {
        int height = input.height();
        int width = input.width();
        Window window = Window.of(height, width, 1, 1, height - 1, width - 1);
        return NetworkLayers.of(Shape.features(LARGEST_BATCH))
                .block("before")
                .convolution("source", input.channels(), window, 1, kernel.biasBefore())
                .activation(INPUT, before);
    }

    private static void otherReader(NetworkLayersBuilder network) {
        network.block("beside")
                .from(INPUT)
                .linear("beside", CLASSES)
                .auxiliaryHead("beside", 0.5)
                .from(INPUT);
    }

    @Override
    public String toString() {
        return kernel + " " + place.toString().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (before.isIdentity() ? "" : ", behind a " + before);
    }
}
