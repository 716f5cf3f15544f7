package dev.netwright.examples.bench;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.PoolKind;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.function.Function;

/**
 * One large kernel between two small ones, so that it reads and writes whatever layout its kernel set likes best instead of
 * the host's.
 *
 * @param images shape of one image, which the small kernel in front reads
 * @param multiplyAdds of the large kernel for the whole batch
 */
record CeilingProbe(
        int batch,
        Shape images,
        ParameterTable parameters,
        Function<Binding, List<Kernel>> kernels,
        long multiplyAdds) {
    /** The large kernel's layer. */
    static final String LAYER = "large";

    private static final String FRONT = "front";
    private static final String BACK = "back";
    private static final int KERNEL = 5;
    private static final int FEW = 16;

    /** A convolution of 5x5 that keeps rows and columns. */
    static CeilingProbe convolution(int batch, int side, int channels, int filters) {
        Shape images = Shape.image(FEW, side, side);
        Shape input = Shape.image(channels, side, side);
        Shape output = Shape.image(filters, side, side);
        ParameterTable parameters = ParameterTable.builder()
                .convolution(FRONT, channels, FEW, 1, 1)
                .convolution(LAYER, filters, channels, KERNEL, KERNEL)
                .build();
        return new CeilingProbe(
                batch,
                images,
                parameters,
                binding -> {
                    Activation read = binding.images(images, Slot.of(0));
                    Activation before = binding.activation(input, Slot.of(1));
                    Kernel front = binding.convolution(
                            FRONT, read, before, Window.square(1, 1, 0), ActivationFunction.IDENTITY);
                    Activation after = binding.activation(output, Slot.of(2));
                    Kernel large = binding.convolution(
                            LAYER, before, after, Window.square(KERNEL, 1, KERNEL / 2), ActivationFunction.IDENTITY);
                    Activation means = binding.logits(Shape.features(filters), Slot.of(3));
                    Kernel back = binding.pool(BACK, after, means, PoolKind.AVERAGE, Window.square(side, side, 0));
                    return List.of(front, large, back);
                },
                (long) batch * side * side * filters * channels * KERNEL * KERNEL);
    }

    /** A fully connected layer with as many outputs as inputs. */
    static CeilingProbe matrixProduct(int batch, int width) {
        ParameterTable parameters = ParameterTable.builder()
                .linear(FRONT, width, FEW)
                .linear(LAYER, width, width)
                .linear(BACK, FEW, width)
                .build();
        return new CeilingProbe(
                batch,
                Shape.features(FEW),
                parameters,
                binding -> {
                    Activation read = binding.images(Shape.features(FEW), Slot.of(0));
                    Activation before = binding.activation(Shape.features(width), Slot.of(1));
                    Kernel front = binding.linear(FRONT, read, before, ActivationFunction.IDENTITY);
                    Activation after = binding.activation(Shape.features(width), Slot.of(2));
                    Kernel large = binding.linear(LAYER, before, after, ActivationFunction.IDENTITY);
                    Activation few = binding.logits(Shape.features(FEW), Slot.of(3));
                    Kernel back = binding.linear(BACK, after, few, ActivationFunction.IDENTITY);
                    return List.of(front, large, back);
                },
                (long) batch * width * width);
    }

    /** Its inference program; there is nothing to train. */
    Programs programs() {
        return new Programs(
                binding -> {
                    throw new UnsupportedOperationException("the ceiling is that of forward kernels");
                },
                binding -> {
                    List<Kernel> bound = kernels.apply(binding);
                    return (InferenceProgram) () -> bound.forEach(Kernel::forward);
                });
    }
}
