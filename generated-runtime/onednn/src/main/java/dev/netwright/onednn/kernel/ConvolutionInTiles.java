package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.winograd.TileConvolution;
import dev.netwright.onednn.winograd.TileProduct;
import dev.netwright.onednn.winograd.TileWeightGradient;
import dev.netwright.onednn.winograd.TileWeightProduct;
import dev.netwright.onednn.winograd.TransformedWeights;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;
import org.bytedeco.dnnl.memory;

/**
 * A convolution of stride 1 by minimal filtering: the output, the gradient of the weights, and that of the input, which is the convolution of
 * the output's gradient with the kernel turned half around. Training transforms the weights in each pass, a prediction has them transformed.
 */
final class ConvolutionInTiles {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final Window window;
    private final Parameter weight;

    ConvolutionInTiles(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, Window window, Parameter weight) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.window = window;
        this.weight = weight;
    }

    /** The transformed weights of a prediction, or of this pass. */
    Tensor weights(TileProduct tiles, Optional<FoldedNorm> norm) {
        Pass pass = kernel.forward();
        return kernel.isTraining()
                ? transformed(pass, tiles, kernel.parameters().value(weight), false)
                : kernel.plan().weight(pass, weight, tiles.tiling(), norm);
    }

    /** The output, or the sum that it is added to, rectified or without its function. */
    Tensor forward(
            TileProduct tiles, Tensor weights, Optional<Tensor> bias, Optional<AwaitedSum> sum, boolean isRectified) {
        Pass pass = kernel.forward();
        Tensor x = pass.in(Layout.blocked(kernel.dimensions(input.shape())), input.value());
        Tensor y = sum.map(awaited -> awaited.leaveTo(output))
                .orElseGet(() -> kernel.output(output, Layout.blocked(kernel.dimensions(output.shape()))));
        TileConvolution.Border border = new TileConvolution.Border(window.paddingHeight(), window.paddingWidth());
        pass.host(new TileConvolution(
                pass,
                tiles,
                x,
                weights,
                y,
                new TileConvolution.Ending(bias, sum.isPresent(), isRectified),
                border,
                kernel.plan().buffers()));
        return y;
    }

    /** The gradient of the input. */
    void inputGradient(TileProduct tiles, Tensor gradient) {
        Pass pass = kernel.backward();
        Tensor g = pass.in(Layout.blocked(kernel.dimensions(output.shape())), gradient);
        Tensor stored = kernel.parameters().value(weight);
        Tensor turned = pass.in(inputsLast(stored.layout().dimensions()), stored);
        Tensor weights = transformed(pass, tiles, turned, true);
        Tensor target = kernel.gradientTarget(input, Layout.blocked(kernel.dimensions(input.shape())));
        TileConvolution.Border border = new TileConvolution.Border(
                window.kernelHeight() - 1 - window.paddingHeight(), window.kernelWidth() - 1 - window.paddingWidth());
        pass.host(new TileConvolution(
                pass,
                tiles,
                g,
                weights,
                target,
                TileConvolution.Ending.NONE,
                border,
                kernel.plan().buffers()));
        kernel.deliverGradient(input, target);
    }

    /** The gradient of the weights, and of the bias if there is one. */
    void weightGradient(TileWeightProduct tiles, Tensor gradient, Optional<Tensor> biasGradient) {
        Pass pass = kernel.backward();
        Tensor x = pass.in(Layout.blocked(kernel.dimensions(input.shape())), input.value());
        Tensor g = pass.in(Layout.blocked(kernel.dimensions(output.shape())), gradient);
        biasGradient.ifPresent(target -> BiasGradient.add(pass, gradient, target));
        TileConvolution.Border border = new TileConvolution.Border(window.paddingHeight(), window.paddingWidth());
        Tensor target = kernel.parameters().gradient(weight);
        pass.host(new TileWeightGradient(
                pass, tiles, x, g, target, border, kernel.plan().buffers()));
    }

    private Tensor transformed(Pass pass, TileProduct tiles, Tensor stored, boolean isTurned) {
        Tensor transformed = pass.scratch(TileProduct.weights(tiles.tiling()));
        pass.host(TransformedWeights.step(
                pass,
                tiles.tiling(),
                stored,
                transformed,
                isTurned,
                kernel.plan().buffers()));
        return transformed;
    }

    /** Blocks of channels in which inputs lie next to each other. */
    private static Layout inputsLast(long... dimensions) {
        boolean wide = OneDnn.loaded().hasAvx512();
        return Layout.of(wide ? memory.format_tag.OIhw16o16i : memory.format_tag.OIhw8o8i, dimensions);
    }
}
