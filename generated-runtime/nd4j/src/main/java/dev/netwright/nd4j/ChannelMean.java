package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import dev.netwright.operation.ShortSums;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;

/**
 * The mean of each channel over pixels and images, in steps that keep float32's rounding errors small, because ND4J
 * adds float by float: first each image's map ({@link MapMean}), then groups of images, then the groups; see
 * {@link ShortSums}.
 *
 * @param room for {@link #scratchFloats}
 * @param offset where the room begins in scratch
 */
record ChannelMean(Scratch room, long offset, BackendPolicy policy) {
    /** Floats of scratch: that of the means of maps, and a mean for each image and for each group of images. */
    static long scratchFloats(int batch, Shape shape) {
        return MapMean.scratchFloats(batch, shape) + 2 * FlatArray.aligned((long) batch * shape.channels());
    }

    /** {@code mean[C]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> of(INDArray x, INDArray mean) {
        int images = Math.toIntExact(x.size(0));
        int channels = Math.toIntExact(x.size(1));
        int height = Math.toIntExact(x.size(2));
        int width = Math.toIntExact(x.size(3));
        List<PreparedStep> steps = new ArrayList<>();
        long ofParts = MapMean.scratchFloats(images, Shape.image(channels, height, width));
        INDArray perImage = x;
        if (height * width > 1) {
            perImage = room.view(offset + ofParts, images, channels, 1, 1);
            steps.addAll(new MapMean(room, offset, policy).of(x, perImage));
        }
        long ofImages = FlatArray.aligned((long) images * channels);
        steps.addAll(overImages(ImageViews.reshaped(perImage, images, channels), mean, offset + ofParts + ofImages));
        return steps;
    }

    /** {@code sum[C]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> sum(INDArray x, INDArray sum) {
        List<PreparedStep> steps = new ArrayList<>(of(x, sum));
        steps.add(NativeCall.legacy(new ScalarMultiplication(sum, null, sum, (double) x.length() / x.size(1))));
        return steps;
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
