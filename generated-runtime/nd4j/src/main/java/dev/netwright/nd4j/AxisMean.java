package dev.netwright.nd4j;

import dev.netwright.operation.PoolKind;
import dev.netwright.operation.ShortSums;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over the third dimension of {@code x[N, G, K, B]}, as pools over parts of it, then over these parts' means; see
 * {@link ShortSums}.
 *
 * @param room for {@link #scratchFloats}
 * @param offset where the room begins in scratch
 */
record AxisMean(Scratch room, long offset, BackendPolicy policy) {
    /** Floats of scratch: the means of the parts, of the parts of these, and so on. */
    static long scratchFloats(long rows, int length, long columns) {
        long floats = 0;
        int left = length / ShortSums.part(length);
        while (left > 1) {
            floats += FlatArray.aligned(rows * left * columns);
            left /= ShortSums.part(left);
        }
        return floats;
    }

    /** {@code mean[N, G, 1, B]}, which is dense. */
    List<PreparedStep> of(INDArray x, INDArray mean) {
        List<PreparedStep> steps = new ArrayList<>();
        INDArray from = x;
        long next = offset;
        int length = Math.toIntExact(x.size(2));
        int part = ShortSums.part(length);
        while (part < length) {
            INDArray means = room.view(next, x.size(0), x.size(1), length / part, x.size(3));
            steps.add(ofParts(from, part, means));
            next += FlatArray.aligned(means.length());
            from = means;
            length /= part;
            part = ShortSums.part(length);
        }
        steps.add(ofParts(from, length, mean));
        return steps;
    }

    /** Parts of a single column are nearly square maps, of which ND4J's pools are faster. */
    private PreparedStep ofParts(INDArray from, int part, INDArray means) {
        if (from.size(3) > 1) {
            return pool(from, Window.of(part, 1, part, 1, 0, 0), means);
        }
        int columns = part / ShortSums.divisor(part, (int) Math.sqrt(part));
        long maps = from.size(1) * from.size(2) / part;
        return pool(
                ImageViews.reshaped(from, from.size(0), maps, part / columns, columns),
                Window.of(part / columns, columns, 1, 1, 0, 0),
                ImageViews.reshaped(means, means.size(0), maps, 1, 1));
    }

    private PreparedStep pool(INDArray from, Window window, INDArray to) {
        return NativeCall.of("avgpool2d", policy)
                .inputs(from)
                .outputs(to)
                .integers(Nd4jPool.integers(window, PoolKind.AVERAGE))
                .build();
    }
}
