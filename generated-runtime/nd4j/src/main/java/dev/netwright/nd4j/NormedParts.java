package dev.netwright.nd4j;

import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parts of an image that a norm normalizes one by one: values {@code [N, groups, length, columns]} of which those along the third
 * dimension belong together.
 */
record NormedParts(int groups, int length, int columns) {
    /** The channels of each pixel. */
    static NormedParts of(LayerNorm norm) {
        Shape shape = norm.output().shape();
        return new NormedParts(1, shape.channels(), shape.height() * shape.width());
    }

    /** The values of each group of channels. */
    static NormedParts of(GroupNorm norm) {
        return new NormedParts(norm.groups(), norm.output().shape().size() / norm.groups(), 1);
    }

    /** Floats of a statistic. */
    long statistics(long batch) {
        return batch * groups * columns;
    }

    /** Floats of mean and deviation, which are kept from forward to backward. */
    long keptFloats(long batch) {
        return 2 * FlatArray.aligned(statistics(batch));
    }

    INDArray view(INDArray images) {
        return ImageViews.reshaped(images, images.size(0), groups, length, columns);
    }
}
