package dev.netwright.onednn.winograd;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;

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
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;

/**
 * The products of a block of tiles: for each frequency f, {@code M_f[k][t] = sum over c of U_f[k][c] V_f[c][t]}. It is one 1x1 convolution
 * with a group for each frequency, over the block's tiles as one row of pixels, because the library's code for blocks of channels then
 * reads and writes what the transforms write and read.
 */
public final class TileProduct {
    private static final long[] ONES = {1, 1};
    private static final long[] NONE = {0, 0};

    private final Tiling tiling;
    private final convolution_forward.primitive_desc description;

    private TileProduct(Tiling tiling, convolution_forward.primitive_desc description) {
        this.tiling = tiling;
        this.description = description;
    }

    /**
     * The library's code for one thread.
     *
     * @return nothing if the library has no generated code for it
     */
    public static Optional<TileProduct> of(Tiling tiling) {
        KernelThreads.leaveTeam();
        try {
            convolution_forward.desc operation = new convolution_forward.desc(
                    dnnl_forward_inference,
                    dnnl_convolution_direct,
                    tiles(tiling, tiling.inputs()).description(),
                    weights(tiling).description(),
                    Layout.none().description(),
                    tiles(tiling, tiling.outputs()).description(),
                    ONES,
                    NONE,
                    NONE,
                    NONE);
            return PrimitiveRequest.ask(
                            operation.data(), Attributes.plain(), null, convolution_forward.primitive_desc::new)
                    .map(description -> new TileProduct(tiling, description));
        } finally {
            KernelThreads.joinTeam();
        }
    }

    /** A block's frequencies, each in blocks of channels. */
    private static Layout tiles(Tiling tiling, int channels) {
        return Layout.blocked(1, (long) tiling.frequencies() * channels, 1, tiling.tilesOfBlock());
    }

    /** The transformed weights: a group for each frequency. */
    public static Layout weights(Tiling tiling) {
        return Layout.of(
                OneDnn.loaded().hasAvx512() ? memory.format_tag.gOIhw16i16o : memory.format_tag.gOIhw8i8o,
                tiling.frequencies(),
                tiling.outputs(),
                tiling.inputs(),
                1,
                1);
    }

    /** The library's name of the code. */
    public String implementation() {
        return description.impl_info_str().getString();
    }

    public Tiling tiling() {
        return tiling;
    }

    /** The products of one thread's blocks. */
    PlannedPrimitive over(Tensor tiles, Tensor weights, Tensor products, Tensor scratch) {
        List<PlannedPrimitive.Argument> arguments = new ArrayList<>(List.of(
                new PlannedPrimitive.Argument(DNNL_ARG_SRC, tiles),
                new PlannedPrimitive.Argument(DNNL_ARG_WEIGHTS, weights),
                new PlannedPrimitive.Argument(DNNL_ARG_DST, products)));
        if (scratch.layout().bytes() > 0) {
            arguments.add(new PlannedPrimitive.Argument(DNNL_ARG_SCRATCHPAD, scratch));
        }
        return new PlannedPrimitive(implementation(), () -> new convolution_forward(description), arguments);
    }

    Layout inputTiles() {
        return tiles(tiling, tiling.inputs());
    }

    Layout outputTiles() {
        return tiles(tiling, tiling.outputs());
    }

    Layout scratch() {
        return new Layout(description.scratchpad_desc());
    }
}
