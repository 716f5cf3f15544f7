package dev.netwright.nd4j;

import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.ShortSums;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;

/**
 * The mean of each map of each image, with {@code avgpool2d}: on a CPU four times as fast as {@code reduce_mean}. ND4J
 * adds float by float, so a large map is reduced in parts first; see {@link ShortSums}.
 *
 * @param room for {@link #scratchFloats}
 * @param offset where the room begins in scratch
 */
record MapMean(Scratch room, long offset, BackendPolicy policy) {
    /** Floats of scratch: a mean for each part of a map. */
    static long scratchFloats(int batch, Shape shape) {
        return FlatArray.aligned((long) batch * shape.channels() * parts(shape.height() * shape.width()));
    }

    private static int parts(int map) {
        return map / ShortSums.part(map);
    }

    /** {@code mean[N, C, 1, 1]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> of(INDArray x, INDArray mean) {
        long images = x.size(0);
        long channels = x.size(1);
        int map = Math.toIntExact(x.size(2) * x.size(3));
        int parts = parts(map);
        int length = map / parts;
        int columns = length / ShortSums.divisor(length, (int) Math.sqrt(length));
        INDArray pieces = ImageViews.reshaped(x, images, channels * parts, length / columns, columns);
        if (parts == 1) {
            return List.of(pool(pieces, mean));
        }
        INDArray perPart = room.view(offset, images, channels * parts, 1, 1);
        return List.of(pool(pieces, perPart), pool(ImageViews.reshaped(perPart, images, channels, parts, 1), mean));
    }

    /** {@code sum[N, C, 1, 1]} of {@code x[N, C, H, W]}. */
    List<PreparedStep> sum(INDArray x, INDArray sum) {
        double map = (double) x.size(2) * x.size(3);
        List<PreparedStep> steps = new ArrayList<>(of(x, sum));
        steps.add(Elementwise.over(
                arrays -> NativeCall.legacy(new ScalarMultiplication(arrays[0], null, arrays[0], map)), sum));
        return steps;
    }

    private PreparedStep pool(INDArray from, INDArray to) {
        int height = Math.toIntExact(from.size(2));
        int width = Math.toIntExact(from.size(3));
        return NativeCall.of("avgpool2d", policy)
                .inputs(from)
                .outputs(to)
                .integers(Nd4jPool.integers(Window.of(height, width, 1, 1, 0, 0), PoolKind.AVERAGE))
                .build();
    }
}
