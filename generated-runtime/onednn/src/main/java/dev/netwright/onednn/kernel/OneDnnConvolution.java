package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.netwright.onednn.choice.Candidates;
import dev.netwright.onednn.choice.Code;
import dev.netwright.onednn.choice.ConvolutionGeometry;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.winograd.TileProduct;
import dev.netwright.onednn.winograd.TileWeightProduct;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Window;
import dev.netwright.plan.onednn.CostTable;
import dev.netwright.plan.onednn.Direction;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;

/**
 * Convolution, bias and activation as one primitive, in a prediction with a sum that alone reads it; backward the activation's derivative
 * in place, the gradients of weight and bias as one primitive, and that of the input, which images have none of.
 */
public final class OneDnnConvolution {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final Window window;
    private final ConvolutionGeometry geometry;
    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final GroupedWeights grouped;
    private final ConvolutionChoice choice;
    private final ConvolutionInTiles tiles;

    private OneDnnConvolution(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, Window window) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        geometry = new ConvolutionGeometry(window, input.shape(), output.shape());
        weight = kernel.parameters().table().weight(kernel.layer());
        bias = kernel.parameters().table().bias(kernel.layer());
        grouped = new GroupedWeights(
                weight, input.shape().channels() / weight.shape().get(1));
        choice = new ConvolutionChoice(kernel, input, output, geometry, grouped.groups());
        tiles = new ConvolutionInTiles(kernel, input, output, window, weight);
        this.window = window;
    }

    /** A convolution with bias. */
    static KernelPlan plan(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            Window window,
            ActivationFunction function) {
        OneDnnConvolution convolution = new OneDnnConvolution(kernel, input, output, window);
        convolution_forward.primitive_desc forward = convolution.forward(function);
        if (kernel.isTraining()) {
            convolution.backward(forward, function);
        }
        return kernel.steps();
    }

    /** A convolution and the norm behind it, whose numbers are in the weights already. */
    static KernelPlan plan(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            Window window,
            FoldedNorm norm,
            ActivationFunction function) {
        OneDnnConvolution convolution = new OneDnnConvolution(kernel, input, output, window);
        PreparedWeights shift =
                PreparedWeights.ofFoldedBias(kernel.plan(), output.shape().channels(), convolution.bias, norm);
        kernel.forward().host(shift.refresh());
        Optional<TileProduct> product = convolution.choice.tiles(Direction.FORWARD);
        if (product.isPresent()) {
            convolution.addTiles(product.get(), Optional.of(norm), Optional.of(shift.weight()), function);
            return kernel.steps();
        }
        Optional<PatchConvolution> patches = convolution.patches(true, function);
        if (patches.isPresent()) {
            convolution.addPatches(patches.get(), Optional.of(norm), Optional.of(shift.weight()), function);
            return kernel.steps();
        }
        convolution_forward.primitive_desc description = convolution.forwardDescription(function, true);
        Tensor weights = kernel.plan()
                .weight(
                        kernel.forward(),
                        convolution.weight,
                        new Layout(description.weights_desc()),
                        Optional.of(norm));
        convolution.addForward(description, weights, Optional.of(shift.weight()), function);
        return kernel.steps();
    }

    private convolution_forward.primitive_desc forward(ActivationFunction function) {
        convolution_forward.primitive_desc description = forwardDescription(function, bias.isPresent());
        Layout wanted = new Layout(description.weights_desc());
        Optional<Tensor> shift = bias.map(kernel.parameters()::value);
        Optional<TileProduct> product = choice.tiles(Direction.FORWARD);
        if (product.isPresent()) {
            addTiles(product.get(), Optional.empty(), shift, function);
            return description;
        }
        Optional<PatchConvolution> patches = patches(bias.isPresent(), function);
        if (patches.isPresent()) {
            addPatches(patches.get(), Optional.empty(), shift, function);
            return description;
        }
        Tensor weights = kernel.isTraining()
                ? grouped.in(kernel.forward(), wanted, kernel.parameters().value(weight))
                : kernel.plan().weight(kernel.forward(), weight, wanted, Optional.empty());
        addForward(description, weights, shift, function);
        return description;
    }

    private void addForward(
            convolution_forward.primitive_desc description,
            Tensor weights,
            Optional<Tensor> biasOrNone,
            ActivationFunction function) {
        Pass pass = kernel.forward();
        Tensor x = source(pass, new Layout(description.src_desc()));
        Layout produced = new Layout(description.dst_desc());
        Optional<AwaitedSum> sum = sumOver(produced);
        Optional<convolution_forward.primitive_desc> adding =
                sum.flatMap(awaited -> choice.adding(description, awaited.function(), biasOrNone.isPresent()));
        convolution_forward.primitive_desc code = adding.orElse(description);
        Tensor y = adding.isPresent() ? sum.orElseThrow().leaveTo(output) : kernel.output(output, produced);
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, y));
        biasOrNone.ifPresent(shift -> arguments.addAll(List.of(DNNL_ARG_BIAS, shift)));
        pass.primitive(code, () -> new convolution_forward(code), arguments.toArray());
        if (isLeftToReader(function)) {
            output.leaveToReader(function);
        } else if (isSeparate(function, y.layout())) {
            OneDnnElementwise.apply(kernel, function, y, y);
        }
        kernel.deliver(output, y);
    }

    private void addTiles(
            TileProduct product, Optional<FoldedNorm> norm, Optional<Tensor> shift, ActivationFunction function) {
        Optional<AwaitedSum> sum = sumOver(Layout.blocked(kernel.dimensions(output.shape())));
        ActivationFunction last = sum.map(AwaitedSum::function).orElse(function);
        Tensor y = tiles.forward(product, tiles.weights(product, norm), shift, sum, last.isRelu());
        if (isLeftToReader(function)) {
            output.leaveToReader(function);
        } else if (!last.isRelu() && !last.isIdentity()) {
            OneDnnElementwise.apply(kernel, last, y, y);
        }
        kernel.deliver(output, y);
    }

    private Optional<PatchConvolution> patches(boolean withBias, ActivationFunction function) {
        if (!choice.isOfPatches()) {
            return Optional.empty();
        }
        Optional<AwaitedSum> sum = sumOver(Layout.blocked(kernel.dimensions(output.shape())));
        return patches(withBias, function, sum).or(() -> patches(withBias, function, Optional.empty()));
    }

    private Optional<PatchConvolution> patches(
            boolean withBias, ActivationFunction function, Optional<AwaitedSum> sum) {
        ActivationFunction computed = isLeftToReader(function) ? ActivationFunction.IDENTITY : function;
        return PatchConvolution.of(kernel, input, output, window, withBias, computed, sum);
    }

    /** The sum that the output can be added to where its other term lies, which has the output's layout. */
    private Optional<AwaitedSum> sumOver(Layout produced) {
        return output.sum()
                .filter(sum ->
                        sum.other().value().layout().isSameAs(produced) && !isSeparate(sum.function(), produced));
    }

    private void addPatches(
            PatchConvolution patches, Optional<FoldedNorm> norm, Optional<Tensor> shift, ActivationFunction function) {
        Tensor y = patches.forward(weight, norm, shift);
        if (isLeftToReader(function)) {
            output.leaveToReader(function);
        }
        kernel.deliver(output, y);
    }

    /** The gradient of the output before its activation, in place. */
    private Tensor differentiated(ActivationFunction function) {
        Tensor gradient = output.gradient();
        if (!(function.isRelu() && output.isRectifiedByItsReader())) {
            OneDnnElementwise.differentiate(kernel.backward(), function, output.value(), gradient);
        }
        return gradient;
    }

    private void backward(convolution_forward.primitive_desc forward, ActivationFunction function) {
        Pass pass = kernel.backward();
        Tensor gradient = differentiated(function);
        addWeightGradient(pass, forward, gradient);
        if (input.hasGradient()) {
            addInputGradient(pass, forward, gradient);
        }
    }

    private void addWeightGradient(Pass pass, convolution_forward.primitive_desc forward, Tensor gradient) {
        Optional<TileWeightProduct> product = choice.tilesOfWeightGradient();
        if (product.isPresent()) {
            tiles.weightGradient(product.get(), gradient, bias.map(kernel.parameters()::gradient));
            return;
        }
        convolution_backward_weights.primitive_desc description = choice.weightGradient(forward, gradient.layout());
        Optional<DepthwiseWeightGradient> depthwise = depthwise(description, gradient);
        if (depthwise.isPresent()) {
            bias.ifPresent(parameter ->
                    BiasGradient.add(pass, gradient, kernel.parameters().gradient(parameter)));
            Tensor sum = depthwise.get().add(input.value(), gradient);
            grouped.deliver(pass, sum, kernel.parameters().gradient(weight));
            return;
        }
        Tensor x = pass.in(new Layout(description.src_desc()), input.value());
        Tensor g = pass.in(new Layout(description.diff_dst_desc()), gradient);
        Layout computed = new Layout(description.diff_weights_desc());
        Tensor target = kernel.parameters().gradient(weight);
        Tensor w = target.layout().isSameAs(computed) ? target : pass.scratch(computed);
        List<Object> arguments =
                new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_DIFF_DST, g, DNNL_ARG_DIFF_WEIGHTS, w));
        if (bias.isPresent()) {
            Tensor biasTarget = kernel.parameters().gradient(bias.get());
            if (BiasGradient.isLong(gradient.layout())) {
                BiasGradient.add(pass, gradient, biasTarget);
            } else {
                arguments.addAll(List.of(DNNL_ARG_DIFF_BIAS, biasTarget));
            }
        }
        pass.primitive(description, () -> new convolution_backward_weights(description), arguments.toArray());
        grouped.deliver(pass, w, target);
    }

    /** Our own way for one channel in each group, if the library's is that for any number of them. */
    private Optional<DepthwiseWeightGradient> depthwise(
            convolution_backward_weights.primitive_desc found, Tensor gradient) {
        return !grouped.isDepthwise() || Code.isDepthwise(found) || Candidates.isAnyPreferred()
                ? Optional.empty()
                : DepthwiseWeightGradient.of(kernel, geometry, input.value().layout(), gradient.layout());
    }

    private void addInputGradient(Pass pass, convolution_forward.primitive_desc forward, Tensor gradient) {
        Optional<TileProduct> product = choice.tiles(Direction.INPUT_GRADIENT);
        if (product.isPresent()) {
            tiles.inputGradient(product.get(), gradient);
            return;
        }
        convolution_backward_data.primitive_desc description = choice.inputGradient(forward, gradient.layout());
        Tensor g = pass.in(new Layout(description.diff_dst_desc()), gradient);
        Tensor w = grouped.in(
                pass,
                new Layout(description.weights_desc()),
                kernel.parameters().value(weight));
        Tensor target = kernel.gradientTarget(input, new Layout(description.diff_src_desc()));
        pass.primitive(
                description,
                () -> new convolution_backward_data(description),
                DNNL_ARG_DIFF_DST,
                g,
                DNNL_ARG_WEIGHTS,
                w,
                DNNL_ARG_DIFF_SRC,
                target);
        kernel.deliverGradient(input, target);
    }

    private convolution_forward.primitive_desc forwardDescription(ActivationFunction function, boolean withBias) {
        boolean narrow = isBestInNarrowBlocks();
        if (isLeftToReader(function)) {
            return choice.forward(ActivationFunction.IDENTITY, withBias, narrow);
        }
        convolution_forward.primitive_desc fused = choice.forward(function, withBias, narrow);
        return isSeparate(function, new Layout(fused.dst_desc()))
                ? choice.forward(ActivationFunction.IDENTITY, withBias, narrow)
                : fused;
    }

    /** A prediction has the function where values are fewest: behind a maximum that alone reads them. */
    private boolean isLeftToReader(ActivationFunction function) {
        return !kernel.isTraining()
                && function.isRising()
                && function.isTranscendental()
                && output.isReadByOneMaximum();
    }

    /**
     * Between the sums of a block that isn't full, the library's code for an exponential takes three times as long as by itself, and a
     * function that isn't 0 at 0 needs care.
     */
    private static boolean isSeparate(ActivationFunction function, Layout result) {
        return (function.isTranscendental() || !function.isZeroAtZero()) && result.isPadded();
    }

    /**
     * AVX2's code for blocks of 8 channels is as fast as that for blocks of 16, and a function or a pool behind it has half as much to
     * do. Backward it is slower.
     */
    private boolean isBestInNarrowBlocks() {
        return !kernel.isTraining() && output.shape().channels() <= CostTable.AVX2_BLOCK && output.isReadByOnePool();
    }

    /** The input as the primitive reads it; a larger one is padded by hand. */
    private Tensor source(Pass pass, Layout wanted) {
        Tensor value = input.value();
        if (Arrays.equals(wanted.dimensions(), value.layout().dimensions())) {
            return pass.in(wanted, value);
        }
        // Its border is 0 from the beginning, and no step writes there.
        Tensor padded = new Tensor(wanted, kernel.plan().own(wanted.bytes()));
        pass.copy(value, padded.inside(geometry.paddingBefore(), value.layout().dimensions()));
        return padded;
    }
}
