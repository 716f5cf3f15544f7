package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one batch norm needs in training beside its activations.
 *
 * @param negativeMean {@code [C]}, kept from forward to backward
 * @param inverseDeviation {@code [C]}, kept from forward to backward
 * @param first scratch of the activation's size, dense
 * @param second like the first
 * @param mean reduces over scratch of its own
 * @param channels scratch {@code [3, C]}
 * @param scratch all of it, once the others are done with
 */
record NormMemory(
        INDArray negativeMean,
        INDArray inverseDeviation,
        INDArray first,
        INDArray second,
        ChannelMean mean,
        INDArray channels,
        Scratch scratch) {
    private static final int CHANNEL_VECTORS = 3;

    /**
     * Takes its part of scratch.
     *
     * @param kept {@code [2, C]} that nothing else writes between forward and backward
     */
    static NormMemory of(int batch, Shape shape, INDArray kept, Scratch scratch, BackendPolicy policy) {
        long whole = FlatArray.aligned((long) batch * shape.size());
        long[] images = {batch, shape.channels(), shape.height(), shape.width()};
        long mean = 2 * whole;
        return new NormMemory(
                row(kept, 0),
                row(kept, 1),
                scratch.view(0, images),
                scratch.view(whole, images),
                new ChannelMean(scratch, mean, policy),
                scratch.view(mean + meanFloats(batch, shape), CHANNEL_VECTORS, shape.channels()),
                scratch);
    }

    /** Floats of scratch. */
    static long scratchFloats(int batch, Shape shape) {
        return 2 * FlatArray.aligned((long) batch * shape.size())
                + meanFloats(batch, shape)
                + (long) CHANNEL_VECTORS * shape.channels();
    }

    private static long meanFloats(int batch, Shape shape) {
        return FlatArray.aligned(ChannelMean.scratchFloats(batch, shape));
    }

    /** Floats kept from forward to backward. */
    static long keptFloats(Shape shape) {
        return 2L * shape.channels();
    }

    /** One of the vectors of scratch, from 0. */
    INDArray channel(int number) {
        return row(channels, number);
    }

    private static INDArray row(INDArray matrix, int number) {
        return ImageViews.image(matrix, number);
    }
}
