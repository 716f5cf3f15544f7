package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A maximum that several places hold: after a rectifier, whole windows are 0. */
@Tag("numeric")
class PoolTiesTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 4;

    @ParameterizedTest
    @EnumSource
    void theGradientGoesToTheFirstPlaceOfTheMaximum(TestedKernels kernels) {
        // Windows of 2x2: all equal; the largest twice in a row; in a column; on the diagonal.
        float[] image = {
            0, 0, 3, 3, //
            0, 0, 1, 2, //
            5, 1, -1, -7, //
            5, 4, -8, -1
        };
        boolean[] isFirst = {
            true, false, true, false, //
            false, false, false, false, //
            true, false, true, false, //
            false, false, false, false
        };
        float[] gradient = inputGradient(kernels.create(), image);
        for (int place = 0; place < image.length; place++) {
            if (isFirst[place]) {
                assertThat(gradient[place]).as("gradient at %d", place).isNotZero();
            } else {
                assertThat(gradient[place]).as("gradient at %d", place).isZero();
            }
        }
    }

    /** The gradient of {@code source.weight}, which holds the image backwards. */
    private static float[] inputGradient(KernelSet set, float[] image) {
        SingleKernelNetwork network = SingleKernelNetwork.innerLayer(
                TestedPool.floor(Shape.image(1, ROWS, COLUMNS), PoolKind.MAX, Window.square(2, 2, 0)));
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            TestBatch.fill(parameters);
            float[] source = new float[SingleKernelNetwork.LARGEST_BATCH * image.length];
            for (int place = 0; place < image.length; place++) {
                source[image.length - 1 - place] = image[place];
            }
            parameters.write(network.parameters().weight("source"), source);
            parameters.write(network.parameters().tensor("source.bias"), new float[1]);
            workspace.reserve(Mode.TRAINING, 1);
            Observation step = Observation.ofStep(workspace.training(1), parameters, network.batch(1), 0);
            float[] backwards = step.gradient("source.weight");
            float[] gradient = new float[image.length];
            for (int place = 0; place < image.length; place++) {
                gradient[place] = backwards[image.length - 1 - place];
            }
            return gradient;
        }
    }
}
