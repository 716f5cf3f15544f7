package dev.netwright.onednn.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onednn.library.Layout;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.engine.memory.NativeFloats;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Random;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors change their layout in pieces that end with a block, whatever the size of both layouts' blocks. */
final class WeightPiecesTest {
    private static final int COLUMNS = 320;

    /** The library's code for 1x1 windows on AVX-512 reads blocks of 48 rows: 960 are whole blocks, 1,280 are not. */
    @ParameterizedTest
    @ValueSource(ints = {960, 1280})
    void weightsComeBackFromBlocksOf48Rows(int rows) {
        Parameter weight = weight(rows);
        long[] dimensions = {rows, COLUMNS, 1, 1};
        Layout blocks = Layout.of(memory.format_tag.Acdb48a, dimensions);
        Layout stored = Layout.weightBlocks(dimensions);
        float[] values = new float[weight.size()];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        float[] found = new float[weight.size()];
        try (FloatPointer plain = NativeFloats.copyOf(values);
                FloatPointer inBlocks = NativeFloats.uninitialized(blocks.bytes() / Float.BYTES);
                FloatPointer inStored = NativeFloats.uninitialized(stored.bytes() / Float.BYTES);
                FloatPointer back = NativeFloats.uninitialized(values.length)) {
            new WeightPieces(weight, Layout.plain(dimensions), stored).copy(plain, inStored);
            new WeightPieces(weight, stored, blocks).copy(inStored, inBlocks);
            new WeightPieces(weight, blocks, Layout.plain(dimensions)).copy(inBlocks, back);
            back.get(found);
        }

        assertThat(found).isEqualTo(values);
    }

    private static Parameter weight(int rows) {
        return ParameterTable.of(NetworkLayers.of(Shape.image(COLUMNS, 1, 1))
                        .block("network")
                        .convolution("conv", rows, Window.square(1, 1, 0))
                        .crossEntropy())
                .tensors()
                .get(0);
    }
}
