package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Each channel's plane between a matrix of rows and one of columns, {@code y = R x C^T}, with two {@code tensormmul}:
 * one sums over columns, the other over rows. Backward runs the transposed products in the opposite order.
 */
final class Nd4jResampling {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;

    private final Matrices matrices;
    private final Scratch scratch;
    private final BackendPolicy policy;

    /**
     * The matrices.
     *
     * @param rows R, {@code [H', H]}
     * @param columns C, {@code [W', W]}
     */
    record Matrices(INDArray rows, INDArray columns) {}

    Nd4jResampling(Matrices matrices, Scratch scratch, BackendPolicy policy) {
        this.matrices = matrices;
        this.scratch = scratch;
        this.policy = policy;
    }

    /** Floats of scratch: images of the input's rows and the output's columns. */
    static long scratchFloats(int batch, Shape input, Shape output) {
        return (long) batch * input.channels() * input.height() * output.width();
    }

    PreparedKernel bind(String layer, Nd4jActivation input, Nd4jActivation output, Mode mode) {
        Shape in = input.shape();
        INDArray between = scratch.view(
                0,
                input.value().size(0),
                in.channels(),
                in.height(),
                output.shape().width());
        List<PreparedStep> forward = List.of(
                product(input.value(), COLUMNS, matrices.columns(), 1, between),
                product(between, ROWS, matrices.rows(), 1, output.value()));
        if (mode == Mode.INFERENCE) {
            return new PreparedKernel(layer, forward, List.of());
        }
        List<PreparedStep> backward = input.hasGradient()
                ? List.of(
                        product(output.gradient(), ROWS, matrices.rows(), 0, between),
                        product(between, COLUMNS, matrices.columns(), 0, input.gradient()))
                : List.of(PreparedStep.NONE);
        return new PreparedKernel(layer, forward, backward);
    }

    /**
     * The sum over one dimension of images and one of a matrix. The operation puts the matrix's other dimension last.
     */
    private PreparedStep product(INDArray images, int dimension, INDArray matrix, int summed, INDArray result) {
        INDArray last = dimension == ROWS ? result.permute(0, 1, COLUMNS, ROWS) : result;
        return NativeCall.of("tensormmul", policy)
                .inputs(images, matrix)
                .outputs(last)
                .integers(1, dimension, 1, summed)
                .build();
    }
}
