package dev.netwright.nd4j;

import dev.netwright.operation.ShortSums;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The sum of each row of a matrix; a long row in parts, see {@link ShortSums}, and what is left of it behind them. */
final class RowSums {
    private RowSums() {}

    /** Floats of scratch: a sum for each part, for the parts and for the rest of each row. */
    static long scratchFloats(long rows, long columns) {
        long parts = columns / ShortSums.MOST_VALUES;
        return FlatArray.aligned(rows * parts) + FlatArray.aligned(rows);
    }

    /**
     * {@code sums[N, 1]} of dense {@code values[N, K]}.
     *
     * @param offset where the room begins in scratch
     */
    static List<PreparedStep> of(INDArray values, INDArray sums, Scratch scratch, long offset, BackendPolicy policy) {
        long rows = values.size(0);
        long columns = values.size(1);
        if (!ShortSums.areNeeded(columns)) {
            return List.of(sum(values, sums, true, policy));
        }
        long part = ShortSums.MOST_VALUES;
        long parts = columns / part;
        INDArray perPart = scratch.view(offset, rows, parts);
        List<PreparedStep> steps = new ArrayList<>();
        steps.add(overLast(ImageViews.columns(values, parts, part), perPart, policy));
        steps.add(sum(perPart, sums, true, policy));
        if (columns % part > 0) {
            INDArray rest = scratch.view(offset + FlatArray.aligned(rows * parts), rows, 1);
            steps.add(sum(ImageViews.part(values, parts * part, rows, columns % part), rest, true, policy));
            steps.add(Elementwise.binary("add", sums, rest, sums, policy));
        }
        return steps;
    }

    private static PreparedStep sum(INDArray values, INDArray sums, boolean keepsColumn, BackendPolicy policy) {
        return NativeCall.of("reduce_sum", policy)
                .inputs(values)
                .outputs(sums)
                .integers(1)
                .flags(keepsColumn)
                .build();
    }

    private static PreparedStep overLast(INDArray values, INDArray sums, BackendPolicy policy) {
        return NativeCall.of("reduce_sum", policy)
                .inputs(values)
                .outputs(sums)
                .integers(2)
                .flags(false)
                .build();
    }
}
