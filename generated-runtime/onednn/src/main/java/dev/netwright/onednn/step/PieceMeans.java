package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_exclude_padding;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import java.util.List;
import org.bytedeco.dnnl.pooling_forward;

/** The mean of each piece, as a pool: of all that the library has to add with, the fastest. */
public final class PieceMeans {
    private PieceMeans() {}

    /** Adds the means of a slab to a chain, which go through {@code means} from slab to slab. */
    public static void add(SlabLoop loop, Pieces pieces, int blocks, Tensor slab, Tensor means) {
        pooling_forward.primitive_desc pool = description(pieces, blocks);
        loop.add(
                pool,
                () -> new pooling_forward(pool),
                List.of(
                        SlabLoop.Argument.fixed(DNNL_ARG_SRC, pieces.values(blocks), slab),
                        SlabLoop.Argument.moving(DNNL_ARG_DST, pieces.means(blocks), means, pieces.bytesOfNumbers())));
    }

    /** Adds the means of all pieces to a pass. */
    public static void add(Pass pass, Pieces pieces, Tensor values, Tensor means) {
        pooling_forward.primitive_desc pool = description(pieces, pieces.blocks());
        pass.primitive(
                pool,
                () -> new pooling_forward(pool),
                DNNL_ARG_SRC,
                new Tensor(pieces.values(pieces.blocks()), values.place()),
                DNNL_ARG_DST,
                new Tensor(pieces.means(pieces.blocks()), means.place()));
    }

    private static pooling_forward.primitive_desc description(Pieces pieces, int blocks) {
        long[] window = {pieces.rows(), pieces.columns()};
        long[] none = {0, 0};
        return new pooling_forward.primitive_desc(
                new pooling_forward.desc(
                        dnnl_forward_inference,
                        dnnl_pooling_avg_exclude_padding,
                        pieces.values(blocks).description(),
                        pieces.means(blocks).description(),
                        window,
                        window,
                        none,
                        none),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
    }
}
