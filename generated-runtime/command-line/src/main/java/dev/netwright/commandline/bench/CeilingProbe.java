package dev.netwright.commandline.bench;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import java.util.List;
import java.util.stream.Stream;

/**
 * A large kernel between two small ones, so that it reads and writes its kernel set's preferred layout instead of the
 * host's.
 *
 * @param layers a small layer, the large one and another small one
 * @param multiplyAdds multiply-adds of the large kernel for the whole batch
 */
record CeilingProbe(int batch, NetworkLayers layers, long multiplyAdds) {
    /** Name of the large kernel's layer. */
    static final String LAYER = "large";

    private static final String FRONT = "front";
    private static final String BACK = "back";
    private static final int ROWS = 5;
    private static final int COLUMNS = 3;
    private static final int FEW = 16;

    /** A 5x3 convolution that keeps the image's size. It isn't square, so that no kernel set saves products. */
    static CeilingProbe convolution(int batch, int side, int channels, int filters) {
        NetworkLayers layers = NetworkLayers.of(Shape.image(FEW, side, side))
                .block("probe")
                .convolution(FRONT, channels, Window.square(1, 1, 0))
                .convolution(LAYER, filters, Window.of(ROWS, COLUMNS, 1, 1, ROWS / 2, COLUMNS / 2))
                .pool(BACK, PoolKind.AVERAGE, Window.square(side, side, 0))
                .crossEntropy();
        return new CeilingProbe(batch, layers, (long) batch * side * side * filters * channels * ROWS * COLUMNS);
    }

    /** A fully connected layer with the same number of outputs and inputs. */
    static CeilingProbe matrixProduct(int batch, int width) {
        NetworkLayers layers = NetworkLayers.of(Shape.features(FEW))
                .block("probe")
                .linear(FRONT, width)
                .linear(LAYER, width)
                .linear(BACK, FEW)
                .crossEntropy();
        return new CeilingProbe(batch, layers, (long) batch * width * width);
    }

    /** Shape of one image, the input of the first small kernel. */
    Shape images() {
        return layers.images().shape();
    }

    /** Parameters of all three layers. */
    ParameterTable parameters() {
        return ParameterTable.of(layers);
    }

    /** The inference program; there is no training. */
    Programs programs() {
        return new Programs(
                layers,
                kernels -> {
                    throw new UnsupportedOperationException("the ceiling is measured for forward kernels only");
                },
                CeilingProbe::inference);
    }

    private static InferenceProgram inference(InferenceKernels kernels) {
        List<InferenceKernel> inOrder =
                Stream.of(FRONT, LAYER, BACK).map(kernels::of).toList();
        return () -> inOrder.forEach(InferenceKernel::forward);
    }
}
