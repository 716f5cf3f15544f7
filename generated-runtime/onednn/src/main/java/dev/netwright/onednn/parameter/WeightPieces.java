package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.runtime.engine.memory.NativeFloats;
import dev.netwright.runtime.kernel.Parameter;
import java.util.function.Consumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A tensor on its way from one layout to another: by pieces of rows, which are in plain order between the two. */
record WeightPieces(Parameter parameter, Layout from, Layout to) {
    /** Floats of a piece, or a block of rows if that has more: 1 MiB. */
    private static final int PIECE_FLOATS = 1 << 18;

    private interface IntBinaryConsumer {
        void accept(int first, int count);
    }

    /** What is done to the plain values of some rows. */
    interface Work {
        void on(int firstRow, float[] values);
    }

    /**
     * Rows of a tensor's pieces, which begin and end with a block of each layout; all of them if blocks don't divide the
     * tensor.
     */
    static int rowsOfPiece(Parameter parameter, Layout... layouts) {
        int rows = parameter.shape().get(0);
        int step = 1;
        for (Layout layout : layouts) {
            if (!layout.isInBlocks() || layout.dimensions()[0] != rows) {
                return rows;
            }
            step = leastCommonMultiple(step, layout.blockOfRows());
        }
        int most = (PIECE_FLOATS / (parameter.size() / rows) / step + 1) * step;
        return rows <= most || rows % step != 0 ? rows : most;
    }

    private static int leastCommonMultiple(int one, int other) {
        int multiple = one;
        while (multiple % other != 0) {
            multiple += one;
        }
        return multiple;
    }

    /** Copies the tensor. */
    void copy(Pointer source, Pointer target) {
        inPieces((first, count) -> copy(source, target, first, count, plain -> {}));
    }

    /** Copies the tensor and changes its values on the way. */
    void copy(Pointer source, Pointer target, Work work) {
        inPieces((first, count) -> {
            float[] values = new float[parameter.size() / parameter.shape().get(0) * count];
            copy(source, target, first, count, plain -> {
                plain.get(values);
                work.on(first, values);
                plain.put(values);
            });
        });
    }

    private void inPieces(IntBinaryConsumer piece) {
        int rows = parameter.shape().get(0);
        int most = rowsOfPiece(parameter, from, to);
        for (int first = 0; first < rows; first += most) {
            piece.accept(first, Math.min(most, rows - first));
        }
    }

    /** The library has no code that changes one order of blocks into another, but any into plain order and back. */
    private void copy(Pointer source, Pointer target, int first, int count, Consumer<FloatPointer> work) {
        long length = (long) parameter.size() / parameter.shape().get(0) * count;
        try (NativeObjects made = new NativeObjects();
                FloatPointer plain = NativeFloats.uninitialized(length)) {
            made.collect(() -> {
                Layout in = part(from, first, count);
                Reordering.run(in, source, Layout.plain(in.dimensions()), plain);
                work.accept(plain);
                Layout out = part(to, first, count);
                Reordering.run(Layout.plain(out.dimensions()), plain, out, target);
            });
        }
    }

    private Layout part(Layout whole, int first, int count) {
        return count == parameter.shape().get(0) ? whole : whole.rows(first, count);
    }
}
