package dev.netwright.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_winograd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;

/**
 * Convolution, bias and activation as one primitive; backward the activation's derivative in place, the gradients of weight and
 * bias as one primitive, and that of the input, which images have none of.
 */
final class OneDnnConvolution {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final ConvolutionGeometry geometry;
    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final int groups;
    private final ConvolutionWork work;
    private final CostTable costs;

    private OneDnnConvolution(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, Window window) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        geometry = new ConvolutionGeometry(window, input.shape(), output.shape());
        weight = kernel.parameters().table().weight(kernel.layer());
        bias = kernel.parameters().table().bias(kernel.layer());
        groups = input.shape().channels() / weight.shape().get(1);
        work = new ConvolutionWork(kernel.batch(), input.shape(), output.shape(), window, groups);
        costs = OneDnn.loaded().costs();
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
        convolution_forward.primitive_desc description = convolution.forwardDescription(function, true);
        PreparedWeights weights = PreparedWeights.folded(
                kernel.plan(), convolution.weight, convolution.bias, norm, new Layout(description.weights_desc()));
        kernel.forward().host(weights.refresh());
        convolution.addForward(description, weights.weight(), Optional.of(weights.bias()), function);
        return kernel.steps();
    }

    private convolution_forward.primitive_desc forward(ActivationFunction function) {
        convolution_forward.primitive_desc description = forwardDescription(function, bias.isPresent());
        Layout wanted = new Layout(description.weights_desc());
        Tensor stored = kernel.parameters().value(weight);
        Optional<Tensor> shift = bias.map(kernel.parameters()::value);
        if (kernel.isTraining() || stored.layout().isSameAs(wanted)) {
            addForward(description, grouped(kernel.forward(), stored, wanted), shift, function);
        } else {
            PreparedWeights weights = PreparedWeights.copied(kernel.plan(), weight, wanted);
            kernel.forward().host(weights.refresh());
            addForward(description, weights.weight(), shift, function);
        }
        return description;
    }

    private void addForward(
            convolution_forward.primitive_desc description,
            Tensor weights,
            Optional<Tensor> biasOrNone,
            ActivationFunction function) {
        Pass pass = kernel.forward();
        Tensor x = source(pass, new Layout(description.src_desc()));
        Tensor y = kernel.output(output, new Layout(description.dst_desc()));
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_WEIGHTS, weights, DNNL_ARG_DST, y));
        biasOrNone.ifPresent(shift -> arguments.addAll(List.of(DNNL_ARG_BIAS, shift)));
        pass.primitive(description, () -> new convolution_forward(description), arguments.toArray());
        if (isLeftToReader(function)) {
            output.leaveToReader(function);
        } else if (isSeparate(function, y.layout())) {
            OneDnnElementwise.apply(kernel, function, y, y);
        }
        kernel.deliver(output, y);
    }

    /** The gradient of the output before its activation, in place. */
    private Tensor differentiated(ActivationFunction function) {
        Tensor gradient = output.gradient();
        if (!(function == ActivationFunction.RELU && output.isRectifiedByItsReader())) {
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
        convolution_backward_weights.primitive_desc description =
                weightGradients(forward, gradient.layout()).cheapest();
        Tensor x = pass.in(new Layout(description.src_desc()), input.value());
        Tensor g = pass.in(new Layout(description.diff_dst_desc()), gradient);
        Layout computed = new Layout(description.diff_weights_desc());
        Tensor target = kernel.parameters().gradient(weight);
        Tensor w = target.layout().isSameAs(computed) ? target : pass.scratch(computed);
        List<Object> arguments =
                new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_DIFF_DST, g, DNNL_ARG_DIFF_WEIGHTS, w));
        bias.ifPresent(parameter ->
                arguments.addAll(List.of(DNNL_ARG_DIFF_BIAS, kernel.parameters().gradient(parameter))));
        pass.primitive(description, () -> new convolution_backward_weights(description), arguments.toArray());
        ungrouped(pass, w, target);
    }

    private void addInputGradient(Pass pass, convolution_forward.primitive_desc forward, Tensor gradient) {
        convolution_backward_data.primitive_desc description =
                inputGradients(forward, gradient.layout()).cheapest();
        Tensor g = pass.in(new Layout(description.diff_dst_desc()), gradient);
        Tensor w = grouped(pass, kernel.parameters().value(weight), new Layout(description.weights_desc()));
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
        if (isLeftToReader(function)) {
            return fusedDescription(ActivationFunction.IDENTITY, withBias);
        }
        convolution_forward.primitive_desc fused = fusedDescription(function, withBias);
        return isSeparate(function, new Layout(fused.dst_desc()))
                ? fusedDescription(ActivationFunction.IDENTITY, withBias)
                : fused;
    }

    /** A prediction has the function where values are fewest: behind a maximum that alone reads them. */
    private boolean isLeftToReader(ActivationFunction function) {
        return !kernel.isTraining() && isTranscendental(function) && output.isReadByOneMaximum();
    }

    /** Between the sums of a block that isn't full, the library's code for these functions takes three times as long as by itself. */
    private static boolean isSeparate(ActivationFunction function, Layout result) {
        return isTranscendental(function) && result.isPadded();
    }

    /**
     * AVX2's code for blocks of 8 channels is as fast as that for blocks of 16, and a function or a pool behind it has half as much to
     * do. Backward it is slower.
     */
    private boolean isBestInNarrowBlocks() {
        return !kernel.isTraining() && output.shape().channels() <= OneDnn.NARROW_BLOCK && output.isReadByOnePool();
    }

    private static boolean isTranscendental(ActivationFunction function) {
        return function == ActivationFunction.SIGMOID || function == ActivationFunction.TANH;
    }

    private convolution_forward.primitive_desc fusedDescription(ActivationFunction function, boolean withBias) {
        Layout in = input.value().layout().wide();
        Layout out = Layout.any(kernel.dimensions(output.shape()));
        Layout planes = Layout.plain(in.dimensions());
        double direct = asItIs(Direction.FORWARD, in);
        Candidates<convolution_forward.primitive_desc> candidates = new Candidates<>();
        if (WinogradRule.appliesToValues(input.shape(), output.shape(), geometry.window(), groups)) {
            candidates.or(
                    Way.WINOGRAD,
                    costs.winograd(Direction.FORWARD, work),
                    () -> forward(dnnl_convolution_winograd, in, preferredWeights(), out, function, withBias));
        }
        if (isBestInNarrowBlocks()) {
            Layout narrow = Layout.narrow(out.dimensions());
            candidates.or(Way.DIRECT, direct, () -> forward(in, anyWeights(), narrow, function, withBias));
        }
        candidates
                .or(Way.DIRECT, direct, () -> forward(in, preferredWeights(), out, function, withBias))
                .or(Way.DIRECT, direct, () -> forward(in, anyWeights(), out, function, withBias));
        if (input.shape().channels() < OneDnn.loaded().block()) {
            double fromPlanes = costs.directFromPlanes(Direction.FORWARD, work) + costs.change(in, planes);
            candidates
                    .or(Way.DIRECT, fromPlanes, () -> forward(planes, preferredWeights(), out, function, withBias))
                    .or(Way.DIRECT, fromPlanes, () -> forward(planes, anyWeights(), out, function, withBias));
        }
        addPadded(candidates, in, out, function, withBias);
        Layout any = Layout.any(in.dimensions());
        Layout blocks = Layout.blocked(in.dimensions());
        double inBlocks = costs.direct(Direction.FORWARD, work) + costs.change(in, blocks);
        double elsewhere = direct + costs.copy(in.bytes()) + fromPlanesToBlocks(out);
        return candidates
                .or(Way.DIRECT, inBlocks, () -> forward(blocks, preferredWeights(), out, function, withBias))
                .or(Way.DIRECT, inBlocks, () -> forward(blocks, anyWeights(), out, function, withBias))
                .or(Way.DIRECT, elsewhere, () -> forward(any, preferredWeights(), out, function, withBias))
                .or(Way.DIRECT, elsewhere, () -> forward(any, anyWeights(), out, function, withBias))
                .or(
                        Way.PRODUCT,
                        costs.product(Direction.FORWARD, work) + costs.change(in, planes) + fromPlanesToBlocks(out),
                        () -> forward(planes, anyWeights(), Layout.plain(out.dimensions()), function, withBias))
                .orElse(() -> forward(any, anyWeights(), out, function, withBias))
                .cheapest();
    }

    /** Some windows the library's direct code takes only without padding: then the image is padded by a copy. */
    private void addPadded(
            Candidates<convolution_forward.primitive_desc> candidates,
            Layout in,
            Layout out,
            ActivationFunction function,
            boolean withBias) {
        if (!geometry.isPadded()) {
            return;
        }
        Layout padded = in.isPlain()
                ? Layout.plain(geometry.paddedDimensions(in.dimensions()))
                : Layout.blocked(geometry.paddedDimensions(in.dimensions()));
        double cost = asItIs(Direction.FORWARD, in) + costs.copy(padded.bytes());
        candidates
                .or(Way.DIRECT, cost, () -> forward(padded, preferredWeights(), out, function, withBias))
                .or(Way.DIRECT, cost, () -> forward(padded, anyWeights(), out, function, withBias));
    }

    private Candidates<convolution_backward_weights.primitive_desc> weightGradients(
            convolution_forward.primitive_desc forward, Layout out) {
        Layout in = input.value().layout();
        Layout stored = storedWeights();
        Layout any = anyWeights();
        Candidates<convolution_backward_weights.primitive_desc> candidates = new Candidates<>();
        if (WinogradRule.appliesToWeights(input.shape(), output.shape(), geometry.window(), groups)) {
            candidates.or(
                    Way.WINOGRAD,
                    costs.winograd(Direction.WEIGHT_GRADIENT, work),
                    () -> weightGradient(dnnl_convolution_winograd, in, stored, out, forward));
        }
        double direct = asItIs(Direction.WEIGHT_GRADIENT, in);
        Layout blocks = Layout.blocked(in.dimensions());
        double inBlocks = costs.direct(Direction.WEIGHT_GRADIENT, work) + costs.change(in, blocks);
        Layout planes = Layout.plain(in.dimensions());
        double fromPlanes = costs.directFromPlanes(Direction.WEIGHT_GRADIENT, work) + costs.change(in, planes);
        Layout outPlanes = Layout.plain(out.dimensions());
        Layout pixels = Layout.pixels(in.dimensions());
        Layout outPixels = Layout.pixels(out.dimensions());
        candidates
                .or(Way.DIRECT, direct, () -> weightGradient(in, stored, out, forward))
                .or(Way.DIRECT, direct, () -> weightGradient(in, any, out, forward))
                .or(Way.DIRECT, inBlocks, () -> weightGradient(blocks, stored, out, forward))
                .or(Way.DIRECT, inBlocks, () -> weightGradient(blocks, any, out, forward))
                .or(Way.DIRECT, fromPlanes, () -> weightGradient(planes, stored, out, forward))
                .or(Way.DIRECT, fromPlanes, () -> weightGradient(planes, any, out, forward))
                .or(
                        Way.PIXELS,
                        costs.pixels(work) + changed(in, pixels, out, outPixels),
                        () -> weightGradient(pixels, any, outPixels, forward))
                .or(
                        Way.PRODUCT,
                        costs.product(Direction.WEIGHT_GRADIENT, work) + changed(in, planes, out, outPlanes),
                        () -> weightGradient(planes, any, outPlanes, forward));
        Layout anyIn = Layout.any(in.dimensions());
        Layout anyOut = Layout.any(out.dimensions());
        return candidates.or(
                Way.DIRECT,
                costs.direct(Direction.WEIGHT_GRADIENT, work) + costs.copy(in.bytes()) + costs.copy(out.bytes()),
                () -> weightGradient(anyIn, any, anyOut, forward));
    }

    private Candidates<convolution_backward_data.primitive_desc> inputGradients(
            convolution_forward.primitive_desc forward, Layout out) {
        Layout wanted = input.gradient().layout();
        Layout any = anyWeights();
        Candidates<convolution_backward_data.primitive_desc> candidates = new Candidates<>();
        if (WinogradRule.appliesToValues(input.shape(), output.shape(), geometry.window(), groups)) {
            candidates.or(
                    Way.WINOGRAD,
                    costs.winograd(Direction.INPUT_GRADIENT, work),
                    () -> inputGradient(dnnl_convolution_winograd, wanted, storedWeights(), out, forward));
        }
        double direct = costs.direct(Direction.INPUT_GRADIENT, work);
        Layout anyIn = Layout.any(wanted.dimensions());
        Layout anyOut = Layout.any(out.dimensions());
        Layout planes = Layout.plain(wanted.dimensions());
        Layout outPlanes = Layout.plain(out.dimensions());
        return candidates
                .or(Way.DIRECT, direct, () -> inputGradient(wanted, storedWeights(), out, forward))
                .or(Way.DIRECT, direct, () -> inputGradient(wanted, any, out, forward))
                .or(
                        Way.DIRECT,
                        direct + costs.copy(wanted.bytes()),
                        () -> inputGradient(anyIn, any, out, forward))
                .or(
                        Way.PRODUCT,
                        costs.product(Direction.INPUT_GRADIENT, work) + changed(wanted, planes, out, outPlanes),
                        () -> inputGradient(planes, any, outPlanes, forward))
                .or(
                        Way.DIRECT,
                        direct + costs.copy(wanted.bytes()) + costs.copy(out.bytes()),
                        () -> inputGradient(anyIn, any, anyOut, forward));
    }

    /** The cost of direct code that reads the input in its own layout. */
    private double asItIs(Direction direction, Layout in) {
        return in.isPlain() ? costs.directFromPlanes(direction, work) : costs.direct(direction, work);
    }

    private double changed(Layout in, Layout wantedIn, Layout out, Layout wantedOut) {
        return costs.change(in, wantedIn) + costs.change(out, wantedOut);
    }

    /** What an output in planes costs whoever reads it: nearly all other code wants blocks. */
    private double fromPlanesToBlocks(Layout out) {
        return costs.change(Layout.plain(out.dimensions()), Layout.blocked(out.dimensions()));
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

    private Optional<convolution_forward.primitive_desc> forward(
            Layout in, Layout weights, Layout out, ActivationFunction function, boolean withBias) {
        return forward(dnnl_convolution_direct, in, weights, out, function, withBias);
    }

    private Optional<convolution_forward.primitive_desc> forward(
            int algorithm, Layout in, Layout weights, Layout out, ActivationFunction function, boolean withBias) {
        boolean padded = geometry.isPaddedIn(in.dimensions());
        convolution_forward.desc operation = new convolution_forward.desc(
                kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                algorithm,
                in.description(),
                weights.description(),
                biasLayout(withBias).description(),
                out.description(),
                geometry.strides(),
                geometry.dilates(),
                padded ? ConvolutionGeometry.NO_PADDING : geometry.paddingBefore(),
                padded ? ConvolutionGeometry.NO_PADDING : geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.with(function), null, convolution_forward.primitive_desc::new);
    }

    private Optional<convolution_backward_weights.primitive_desc> weightGradient(
            Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        return weightGradient(dnnl_convolution_direct, in, weights, out, forward);
    }

    private Optional<convolution_backward_weights.primitive_desc> weightGradient(
            int algorithm, Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        convolution_backward_weights.desc operation = new convolution_backward_weights.desc(
                algorithm,
                in.description(),
                weights.description(),
                biasLayout(bias.isPresent()).description(),
                out.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), forward, convolution_backward_weights.primitive_desc::new);
    }

    private Optional<convolution_backward_data.primitive_desc> inputGradient(
            Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        return inputGradient(dnnl_convolution_direct, in, weights, out, forward);
    }

    private Optional<convolution_backward_data.primitive_desc> inputGradient(
            int algorithm, Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        convolution_backward_data.desc operation = new convolution_backward_data.desc(
                algorithm,
                in.description(),
                weights.description(),
                out.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), forward, convolution_backward_data.primitive_desc::new);
    }

    private Layout biasLayout(boolean present) {
        return present ? Layout.plain(output.shape().channels()) : Layout.none();
    }

    /** In training the layout that the weights have; a prediction has a copy anyway wherever another is faster. */
    private Layout preferredWeights() {
        return kernel.isTraining() ? storedWeights() : anyWeights();
    }

    private Layout storedWeights() {
        return groups == 1 ? kernel.parameters().value(weight).layout() : anyWeights();
    }

    private Layout anyWeights() {
        return Layout.any(weightDimensions());
    }

    private long[] weightDimensions() {
        long out = weight.shape().get(0);
        long in = weight.shape().get(1);
        long rows = weight.shape().get(2);
        long columns = weight.shape().get(3);
        return groups == 1 ? new long[] {out, in, rows, columns} : new long[] {groups, out / groups, in, rows, columns};
    }

    /** The weights as a primitive wants them: with groups, through their plain order, in which groups are but another dimension. */
    private Tensor grouped(Pass pass, Tensor stored, Layout wanted) {
        if (groups == 1) {
            return pass.in(wanted, stored);
        }
        Tensor plain = pass.in(Layout.plain(stored.layout().dimensions()), stored);
        return pass.in(wanted, plain.reshaped(weightDimensions()));
    }

    private void ungrouped(Pass pass, Tensor computed, Tensor target) {
        if (groups == 1) {
            pass.copy(computed, target);
            return;
        }
        Tensor plain = pass.in(Layout.plain(weightDimensions()), computed);
        pass.copy(plain.reshaped(target.layout().dimensions()), target);
    }
}
