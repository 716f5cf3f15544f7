package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies channels to their places: the input's channels are a matrix of groups, the output's its transpose. */
final class Nd4jChannelShuffle {
    private final Shape shape;
    private final int groups;
    private final BackendPolicy policy;

    Nd4jChannelShuffle(Shape shape, int groups, BackendPolicy policy) {
        this.shape = shape;
        this.groups = groups;
        this.policy = policy;
    }

    PreparedKernel bind(String layer, Nd4jActivation input, Nd4jActivation output, Mode mode) {
        int inGroup = shape.channels() / groups;
        PreparedStep forward = transposed(input.value(), groups, output.value());
        if (mode == Mode.INFERENCE) {
            return new PreparedKernel(layer, List.of(forward), List.of());
        }
        PreparedStep backward =
                input.hasGradient() ? transposed(output.gradient(), inGroup, input.gradient()) : PreparedStep.NONE;
        return new PreparedKernel(layer, List.of(forward), List.of(backward));
    }

    /** Transposes the channels as a matrix with a number of rows. */
    private PreparedStep transposed(INDArray from, int rows, INDArray to) {
        long columns = shape.channels() / rows;
        long pixels = (long) shape.height() * shape.width();
        return NativeCall.of("identity", policy)
                .inputs(ImageViews.reshaped(from, from.size(0), rows, columns, pixels)
                        .permute(0, 2, 1, 3))
                .outputs(ImageViews.reshaped(to, to.size(0), columns, rows, pixels))
                .build();
    }
}
