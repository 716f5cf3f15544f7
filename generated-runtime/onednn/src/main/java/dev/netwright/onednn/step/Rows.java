package dev.netwright.onednn.step;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;

/** Activations as a matrix with a row for each image. */
public final class Rows {
    private Rows() {}

    /** The values as rows: where they are if they lie so already, else a copy. */
    public static Tensor of(Pass pass, Tensor values) {
        long[] dimensions = values.layout().dimensions();
        Layout rows = Layout.plain(dimensions[0], dimensions[1] * dimensions[2] * dimensions[3]);
        if (areIn(values.layout())) {
            return new Tensor(rows, values.place());
        }
        return new Tensor(rows, pass.in(Layout.plain(dimensions), values).place());
    }

    /** Whether each image's values lie in the order of channels, rows and columns: blocks of channels do if there is but one pixel. */
    public static boolean areIn(Layout layout) {
        if (layout.isPlain()) {
            return true;
        }
        long[] dimensions = layout.dimensions();
        boolean onePixel = dimensions[2] == 1 && dimensions[3] == 1;
        return onePixel && layout.bytes() == Layout.plain(dimensions).bytes();
    }
}
