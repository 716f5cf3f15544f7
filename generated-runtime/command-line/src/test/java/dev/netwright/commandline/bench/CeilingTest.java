package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.KernelSets;
import org.junit.jupiter.api.Test;

final class CeilingTest {
    private final KernelSet kernels = KernelSets.preferred();

    @Test
    void bothKernelsRunAndHaveARate() {
        assertThat(Ceiling.gflops(kernels, CeilingProbe.convolution(2, 8, 3, 5)))
                .isPositive()
                .isFinite();
        assertThat(Ceiling.gflops(kernels, CeilingProbe.matrixProduct(3, 32)))
                .isPositive()
                .isFinite();
    }

    /** 2 images of 8x8 pixels with 5 filters of 3x5x3; 3 rows times 32x32. */
    @Test
    void multiplyAddsAreThoseOfTheDefinition() {
        assertThat(CeilingProbe.convolution(2, 8, 3, 5).multiplyAdds()).isEqualTo(2 * 64 * 5 * 45);
        assertThat(CeilingProbe.matrixProduct(3, 32).multiplyAdds()).isEqualTo(3 * 32 * 32);
    }

    @Test
    void theLargerRateCounts() {
        assertThat(new Ceiling(200, 150).gflops()).isEqualTo(200);
        assertThat(new Ceiling(100, 150).gflops()).isEqualTo(150);
        assertThat(new Ceiling(100, 150).floorMillis(3e9)).isEqualTo(20);
    }

    @Test
    void thereIsNothingToTrain() {
        CeilingProbe probe = CeilingProbe.matrixProduct(3, 32);
        try (ParameterMemory memory = kernels.allocate(probe.parameters());
                Workspace workspace = kernels.workspace(memory, probe.programs(), 0)) {
            workspace.reserve(Mode.TRAINING, 3);
            assertThatThrownBy(() -> workspace.training(3)).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
