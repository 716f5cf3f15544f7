package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.OwnPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.plan.onednn.Tiling;
import java.util.List;
import java.util.Random;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** A convolution of stride 1, and its tensors in native memory. */
record TileCase(int images, int inputs, int outputs, int height, int width, int side, int top, int left, int tile) {
    /** In the larger tiles of its kernel. */
    TileCase(int images, int inputs, int outputs, int height, int width, int side, int top, int left) {
        this(images, inputs, outputs, height, width, side, top, left, side == 5 ? 2 : 4);
    }

    /** The same in all tiles that its kernel may have. */
    List<TileCase> inAllTiles() {
        return side == 5
                ? List.of(this)
                : List.of(this, new TileCase(images, inputs, outputs, height, width, side, top, left, 3));
    }

    int rows() {
        return height + 2 * top - side + 1;
    }

    int columns() {
        return width + 2 * left - side + 1;
    }

    /** The same with inputs and outputs exchanged, as the gradient of the input is computed. */
    TileCase reversed() {
        return new TileCase(images, outputs, inputs, rows(), columns(), side, side - 1 - top, side - 1 - left, tile);
    }

    Tiling tiling() {
        int block = OneDnn.loaded().block();
        return new Tiling(
                TileThreads.count(),
                tile,
                side,
                images,
                (inputs + block - 1) / block * block,
                (outputs + block - 1) / block * block,
                rows(),
                columns());
    }

    TileConvolution.Border border() {
        return new TileConvolution.Border(top, left);
    }

    Layout inputLayout() {
        return Layout.blocked(images, inputs, height, width);
    }

    Layout outputLayout() {
        return Layout.blocked(images, outputs, rows(), columns());
    }

    /** The weights' layout: that of training, or with the inputs of a block next to each other for the reversed convolution. */
    Layout weightLayout(boolean isReversed) {
        boolean wide = OneDnn.loaded().hasAvx512();
        if (isReversed) {
            return Layout.of(
                    wide ? memory.format_tag.OIhw16o16i : memory.format_tag.OIhw8o8i, inputs, outputs, side, side);
        }
        return Layout.of(wide ? memory.format_tag.OIhw16i16o : memory.format_tag.OIhw8i8o, outputs, inputs, side, side);
    }

    float[] input(Random random) {
        return noise(random, images * inputs * height * width);
    }

    float[] output(Random random) {
        return noise(random, images * outputs * rows() * columns());
    }

    float[] weights(Random random) {
        return noise(random, outputs * inputs * side * side);
    }

    static float[] noise(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Values in plain order. */
    static float[] read(Tensor tensor, BindingMemory memory) {
        Layout plain = Layout.plain(tensor.layout().dimensions());
        try (FloatPointer target = new FloatPointer(plain.bytes() / Float.BYTES)) {
            Reordering.run(tensor.layout(), tensor.place().in(memory), plain, target);
            float[] values = new float[(int) (plain.bytes() / Float.BYTES)];
            target.get(values);
            return values;
        }
    }

    /** Places of tensors one after the other. */
    static final class Own {
        private long bytes;

        Tensor tensor(Layout layout) {
            Tensor tensor = new Tensor(layout, new OwnPlace(bytes));
            bytes += NativeBytes.aligned(layout.bytes());
            return tensor;
        }

        long bytes() {
            return bytes;
        }
    }
}
