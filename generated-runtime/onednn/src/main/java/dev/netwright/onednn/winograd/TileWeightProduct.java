package dev.netwright.onednn.winograd;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.library.PrimitiveRequest;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.PlannedPrimitive;
import dev.netwright.plan.onednn.Tiling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;

/**
 * One frequency's product over a chunk of tiles, {@code W[k][c] = sum over t of Z[k][t] V[c][t]}: the weights' gradient of a 1x1 convolution over
 * the tiles as one row of pixels. One thread computes it, so that no sum depends on the number of threads.
 */
public final class TileWeightProduct {
    private static final long[] ONES = {1, 1};
    private static final long[] NONE = {0, 0};

    private final Tiling tiling;
    private final convolution_backward_weights.primitive_desc description;

    private TileWeightProduct(Tiling tiling, convolution_backward_weights.primitive_desc description) {
        this.tiling = tiling;
        this.description = description;
    }

    /**
     * The library's code for one thread.
     *
     * @return nothing if the library has no code for it
     */
    public static Optional<TileWeightProduct> of(Tiling tiling) {
        KernelThreads.leaveTeam();
        try {
            return forward(tiling).flatMap(forward -> backward(tiling, forward));
        } finally {
            KernelThreads.joinTeam();
        }
    }

    private static Optional<convolution_forward.primitive_desc> forward(Tiling tiling) {
        convolution_forward.desc operation = new convolution_forward.desc(
                dnnl_forward_training,
                dnnl_convolution_direct,
                inputTiles(tiling).description(),
                weights(tiling).description(),
                Layout.none().description(),
                outputTiles(tiling).description(),
                ONES,
                NONE,
                NONE,
                NONE);
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), null, convolution_forward.primitive_desc::new);
    }

    private static Optional<TileWeightProduct> backward(Tiling tiling, convolution_forward.primitive_desc forward) {
        convolution_backward_weights.desc operation = new convolution_backward_weights.desc(
                dnnl_convolution_direct,
                inputTiles(tiling).description(),
                weights(tiling).description(),
                Layout.none().description(),
                outputTiles(tiling).description(),
                ONES,
                NONE,
                NONE,
                NONE);
        return PrimitiveRequest.ask(
                        operation.data(), Attributes.plain(), forward, convolution_backward_weights.primitive_desc::new)
                .map(description -> new TileWeightProduct(tiling, description));
    }

    private static Layout inputTiles(Tiling tiling) {
        return Layout.blocked(1, tiling.inputs(), 1, tiling.tilesOfChunk());
    }

    private static Layout outputTiles(Tiling tiling) {
        return Layout.blocked(1, tiling.outputs(), 1, tiling.tilesOfChunk());
    }

    private static Layout weights(Tiling tiling) {
        return Layout.of(
                OneDnn.loaded().hasAvx512() ? memory.format_tag.OIhw16i16o : memory.format_tag.OIhw8i8o,
                tiling.outputs(),
                tiling.inputs(),
                1,
                1);
    }

    /** The library's name of the code. */
    public String implementation() {
        return description.impl_info_str().getString();
    }

    Tiling tiling() {
        return tiling;
    }

    Layout input() {
        return inputTiles(tiling);
    }

    Layout output() {
        return outputTiles(tiling);
    }

    Layout product() {
        return weights(tiling);
    }

    Layout scratch() {
        return new Layout(description.scratchpad_desc());
    }

    /** The product of one frequency. */
    PlannedPrimitive over(Tensor input, Tensor output, Tensor product, Tensor scratch) {
        List<PlannedPrimitive.Argument> arguments = new ArrayList<>(List.of(
                new PlannedPrimitive.Argument(DNNL_ARG_SRC, input),
                new PlannedPrimitive.Argument(DNNL_ARG_DIFF_DST, output),
                new PlannedPrimitive.Argument(DNNL_ARG_DIFF_WEIGHTS, product)));
        if (scratch.layout().bytes() > 0) {
            arguments.add(new PlannedPrimitive.Argument(DNNL_ARG_SCRATCHPAD, scratch));
        }
        return new PlannedPrimitive(implementation(), () -> new convolution_backward_weights(description), arguments);
    }
}
