package dev.netwright.nd4j;

import dev.netwright.runtime.engine.session.HostArray;
import dev.netwright.runtime.kernel.GradientClipping;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link GradientClipping} of flat vectors, in place. Squares are summed in rows of 1024 where the vectors lie, and the
 * rows' sums in double by the host: a single float sum of millions of numbers stops growing long before its end. The
 * vectors' padding is 0 and doesn't count.
 */
final class Nd4jClipping implements AutoCloseable {
    private static final int ROW = 1024;

    private final PreparedStep clip;
    private final List<FlatArray> memory;

    private Nd4jClipping(PreparedStep clip, List<FlatArray> memory) {
        this.clip = clip;
        this.memory = memory;
    }

    static Nd4jClipping of(GradientClipping clipping, List<INDArray> gradients, BackendPolicy policy) {
        if (clipping instanceof GradientClipping.ByValue byValue) {
            return byValue(byValue, gradients, policy);
        }
        if (clipping instanceof GradientClipping.ByNorm byNorm) {
            return byNorm(byNorm, gradients, policy);
        }
        return new Nd4jClipping(PreparedStep.NONE, List.of());
    }

    private static Nd4jClipping byValue(
            GradientClipping.ByValue clipping, List<INDArray> gradients, BackendPolicy policy) {
        List<PreparedStep> steps = new ArrayList<>();
        for (INDArray gradient : gradients) {
            steps.add(NativeCall.of("clipbyvalue", policy)
                    .inputs(gradient)
                    .outputs(gradient)
                    .numbers(-clipping.most(), clipping.most())
                    .build());
        }
        return new Nd4jClipping(() -> steps.forEach(PreparedStep::run), List.of());
    }

    private static Nd4jClipping byNorm(
            GradientClipping.ByNorm clipping, List<INDArray> gradients, BackendPolicy policy) {
        List<FlatArray> memory = new ArrayList<>();
        List<RowSums> sums = new ArrayList<>();
        List<NativeCall> scales = new ArrayList<>();
        for (INDArray gradient : gradients) {
            long rows = gradient.length() / ROW;
            long rest = gradient.length() % ROW;
            if (rows > 0) {
                sums.add(RowSums.of(
                        Nd4j.create(
                                gradient.data(), new long[] {rows, ROW}, new long[] {ROW, 1}, gradient.offset(), 'c'),
                        memory,
                        policy));
            }
            if (rest > 0) {
                sums.add(RowSums.of(
                        Nd4j.create(
                                gradient.data(),
                                new long[] {1, rest},
                                new long[] {rest, 1},
                                gradient.offset() + rows * ROW,
                                'c'),
                        memory,
                        policy));
            }
            scales.add(FlatUpdate.scale(gradient, gradient, policy));
        }
        return new Nd4jClipping(() -> clip(clipping, sums, scales), memory);
    }

    private static void clip(GradientClipping.ByNorm clipping, List<RowSums> sums, List<NativeCall> scales) {
        double squares = 0;
        for (RowSums rows : sums) {
            squares += rows.sum();
        }
        double factor = clipping.factor(Math.sqrt(squares));
        if (factor == 1) {
            return;
        }
        for (NativeCall scale : scales) {
            scale.numbers(factor);
            scale.run();
        }
    }

    void run() {
        clip.run();
    }

    @Override
    public void close() {
        memory.forEach(FlatArray::close);
    }

    /** The sum of squares of each row of a matrix. */
    private static final class RowSums {
        private final PreparedStep reduction;
        private final HostArray array;
        private final float[] values;

        private RowSums(PreparedStep reduction, HostArray array, int rows) {
            this.reduction = reduction;
            this.array = array;
            values = new float[rows];
        }

        static RowSums of(INDArray rows, List<FlatArray> memory, BackendPolicy policy) {
            FlatArray sums = FlatArray.zeros("sums of squares", rows.size(0));
            memory.add(sums);
            PreparedStep reduction = NativeCall.of("reduce_sqnorm", policy)
                    .inputs(rows)
                    .outputs(sums.whole())
                    .integers(1)
                    .flags(false)
                    .build();
            return new RowSums(reduction, policy.hostArray(sums.whole()), Math.toIntExact(rows.size(0)));
        }

        double sum() {
            reduction.run();
            array.read(values);
            double sum = 0;
            for (float value : values) {
                sum += value;
            }
            return sum;
        }
    }
}
