package dev.netwright.onednn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.plan.Arena;
import org.junit.jupiter.api.Test;

/** What would overwrite others' memory isn't planned at all. */
final class BinaryTest {
    private final Pass pass = new Pass(0, new Arena(NativeBytes.ALIGNMENT));

    @Test
    void aSumInBlocksNarrowerThanTheCpusIsRefused() {
        assumeTrue(OneDnn.loaded().hasAvx512(), "where AVX-512 is missing, blocks of 8 are the widest");
        Tensor narrow = pass.scratch(Layout.narrow(2, 8, 3, 3));

        assertThatThrownBy(() -> Binary.sum(pass, narrow, narrow, narrow, ActivationFunction.IDENTITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected blocks of 16 channels, found narrower ones: [2, 8, 3, 3] in 576 bytes");
        assertThat(pass.steps()).isEmpty();
    }

    @Test
    void aSumInTheCpusBlocksIsPlanned() {
        Tensor wide = pass.scratch(Layout.narrow(2, 8, 3, 3).wide());

        Binary.sum(pass, wide, wide, wide, ActivationFunction.IDENTITY);

        assertThat(pass.steps()).hasSize(1);
    }
}
