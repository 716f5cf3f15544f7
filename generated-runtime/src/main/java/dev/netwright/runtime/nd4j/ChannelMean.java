package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Window;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean of each channel over pixels and images, in two steps, which keeps float32's rounding small: over each image's
 * pixels with {@code avgpool2d}, on a CPU four times as fast as {@code reduce_mean}, then over the images.
 *
 * @param perImage room for {@code [N, C, 1, 1]}
 */
record ChannelMean(INDArray perImage, BackendPolicy policy) {
    /** {@code mean[C]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> of(INDArray x, INDArray mean) {
        int height = Math.toIntExact(x.size(2));
        int width = Math.toIntExact(x.size(3));
        if (height == 1 && width == 1) {
            return List.of(overImages(x, mean));
        }
        return List.of(
                NativeCall.of("avgpool2d", policy)
                        .inputs(x)
                        .outputs(perImage)
                        .integers(Nd4jPool.integers(Window.of(height, width, 1, 1, 0, 0)))
                        .build(),
                overImages(perImage, mean));
    }

    private PreparedStep overImages(INDArray values, INDArray mean) {
        return NativeCall.of("reduce_mean", policy)
                .inputs(ImageViews.reshaped(values, values.size(0), values.size(1)))
                .outputs(mean)
                .integers(0)
                .flags(false)
                .build();
    }
}
