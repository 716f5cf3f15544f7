package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import dev.netwright.operation.ShortSums;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;

/**
 * The mean of each channel over pixels and images, in steps that keep float32's rounding errors small, because ND4J
 * adds float by float. The first step is over parts of each image's map with {@code avgpool2d}, on a CPU four times as
 * fast as {@code reduce_mean}; then follow the parts of a map, groups of images, and the groups; see {@link ShortSums}.
 *
 * @param room for {@link #scratchFloats}
 * @param offset where the room begins in scratch
 */
record ChannelMean(Scratch room, long offset, BackendPolicy policy) {
    /** Floats of scratch: a mean for each part of a map, for each image and for each group of images. */
    static long scratchFloats(int batch, Shape shape) {
        long perImage = (long) batch * shape.channels();
        return FlatArray.aligned(perImage * parts(shape.height() * shape.width())) + 2 * FlatArray.aligned(perImage);
    }

    private static int parts(int map) {
        return map / ShortSums.part(map);
    }

    /** {@code mean[C]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> of(INDArray x, INDArray mean) {
        long images = x.size(0);
        long channels = x.size(1);
        int map = Math.toIntExact(x.size(2) * x.size(3));
        int parts = parts(map);
        long ofParts = FlatArray.aligned(images * channels * parts);
        long ofImages = FlatArray.aligned(images * channels);
        List<PreparedStep> steps = new ArrayList<>();
        INDArray perImage = x;
        if (map > 1) {
            int length = map / parts;
            int columns = length / ShortSums.divisor(length, (int) Math.sqrt(length));
            perImage = room.view(offset, images, channels * parts, 1, 1);
            steps.add(pool(ImageViews.reshaped(x, images, channels * parts, length / columns, columns), perImage));
        }
        if (parts > 1) {
            INDArray perPart = perImage;
            perImage = room.view(offset + ofParts, images, channels, 1, 1);
            steps.add(pool(ImageViews.reshaped(perPart, images, channels, parts, 1), perImage));
        }
        steps.addAll(overImages(ImageViews.reshaped(perImage, images, channels), mean, offset + ofParts + ofImages));
        return steps;
    }

    /** {@code sum[C]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> sum(INDArray x, INDArray sum) {
        List<PreparedStep> steps = new ArrayList<>(of(x, sum));
        steps.add(NativeCall.legacy(new ScalarMultiplication(sum, null, sum, (double) x.length() / x.size(1))));
        return steps;
    }

    private PreparedStep pool(INDArray from, INDArray to) {
        int height = Math.toIntExact(from.size(2));
        int width = Math.toIntExact(from.size(3));
        return NativeCall.of("avgpool2d", policy)
                .inputs(from)
                .outputs(to)
                .integers(Nd4jPool.integers(Window.of(height, width, 1, 1, 0, 0)))
                .build();
    }

    private List<PreparedStep> overImages(INDArray values, INDArray mean, long groupOffset) {
        int images = Math.toIntExact(values.size(0));
        int group = ShortSums.part(images);
        if (group == images) {
            return List.of(over(values, mean, 0));
        }
        INDArray perGroup = room.view(groupOffset, images / group, values.size(1));
        return List.of(over(ImageViews.grouped(values, group), perGroup, 1), over(perGroup, mean, 0));
    }

    private PreparedStep over(INDArray values, INDArray mean, int dimension) {
        return NativeCall.of("reduce_mean", policy)
                .inputs(values)
                .outputs(mean)
                .integers(dimension)
                .flags(false)
                .build();
    }
}
