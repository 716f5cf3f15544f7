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
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.primitive_desc_base;

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

    private OneDnnConvolution(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, Window window) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        geometry = new ConvolutionGeometry(window, input.shape(), output.shape());
        weight = kernel.parameters().table().weight(kernel.layer());
        bias = kernel.parameters().table().bias(kernel.layer());
        groups = input.shape().channels() / weight.shape().get(1);
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
        Tensor x = pass.in(new Layout(description.src_desc()), input.value());
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
        boolean winograd = WinogradRule.appliesToWeights(input.shape(), output.shape(), geometry.window(), groups);
        Layout any = anyWeights();
        Layout stored = storedWeights();
        Candidates<convolution_backward_weights.primitive_desc> candidates = new Candidates<>();
        if (winograd) {
            candidates.or(() -> winograd(weightGradient(
                    dnnl_convolution_winograd, input.value().layout(), stored, gradient.layout(), forward)));
        }
        Layout anyInput = Layout.any(input.value().layout().dimensions());
        Layout anyGradient = Layout.any(gradient.layout().dimensions());
        int direct = dnnl_convolution_direct;
        candidates
                .or(() -> weightGradient(direct, input.value().layout(), stored, gradient.layout(), forward))
                .or(() -> weightGradient(direct, anyInput, stored, gradient.layout(), forward))
                .or(() -> weightGradient(direct, input.value().layout(), any, gradient.layout(), forward))
                .or(() -> weightGradient(direct, anyInput, any, gradient.layout(), forward))
                .or(() -> weightGradient(direct, anyInput, any, anyGradient, forward));
        convolution_backward_weights.primitive_desc description = candidates.first();
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
        boolean winograd = WinogradRule.appliesToValues(input.shape(), output.shape(), geometry.window(), groups);
        Layout wanted = input.gradient().layout();
        Layout any = Layout.any(wanted.dimensions());
        Layout anyGradient = Layout.any(gradient.layout().dimensions());
        Candidates<convolution_backward_data.primitive_desc> candidates = new Candidates<>();
        if (winograd) {
            candidates.or(() -> winograd(
                    inputGradient(dnnl_convolution_winograd, wanted, storedWeights(), gradient.layout(), forward)));
        }
        int direct = dnnl_convolution_direct;
        candidates
                .or(() -> inputGradient(direct, wanted, storedWeights(), gradient.layout(), forward))
                .or(() -> inputGradient(direct, wanted, anyWeights(), gradient.layout(), forward))
                .or(() -> inputGradient(direct, any, anyWeights(), gradient.layout(), forward))
                .or(() -> inputGradient(direct, any, anyWeights(), anyGradient, forward));
        convolution_backward_data.primitive_desc description = candidates.first();
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
        Layout any = Layout.any(in.dimensions());
        Layout anyOutput = Layout.any(kernel.dimensions(output.shape()));
        boolean winograd = WinogradRule.appliesToValues(input.shape(), output.shape(), geometry.window(), groups);
        Candidates<convolution_forward.primitive_desc> candidates = new Candidates<>();
        if (winograd) {
            candidates.or(() -> winograd(
                    forward(dnnl_convolution_winograd, in, preferredWeights(), anyOutput, function, withBias)));
        }
        int direct = dnnl_convolution_direct;
        if (isBestInNarrowBlocks()) {
            Layout narrow = Layout.narrow(anyOutput.dimensions());
            candidates.or(() -> forward(direct, in, anyWeights(), narrow, function, withBias));
        }
        candidates.or(() -> forward(direct, in, preferredWeights(), anyOutput, function, withBias));
        if (!kernel.isTraining() && input.shape().channels() < OneDnn.loaded().block()) {
            // Few channels are faster out of planes than next to each other, and faster to bring there from a block.
            Layout planes = Layout.plain(in.dimensions());
            candidates.or(() -> forward(direct, planes, anyWeights(), anyOutput, function, withBias));
        }
        return candidates
                .or(() -> forward(direct, any, preferredWeights(), anyOutput, function, withBias))
                .or(() -> forward(direct, in, anyWeights(), anyOutput, function, withBias))
                .or(() -> forward(direct, any, anyWeights(), anyOutput, function, withBias))
                .first();
    }

    private convolution_forward.primitive_desc forward(
            int algorithm, Layout in, Layout weights, Layout out, ActivationFunction function, boolean withBias) {
        return new convolution_forward.primitive_desc(
                new convolution_forward.desc(
                        kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                        algorithm,
                        in.description(),
                        weights.description(),
                        biasLayout(withBias).description(),
                        out.description(),
                        geometry.strides(),
                        geometry.dilates(),
                        geometry.paddingBefore(),
                        geometry.paddingAfter()),
                Attributes.with(function),
                OneDnn.loaded().engine(),
                false);
    }

    private convolution_backward_weights.primitive_desc weightGradient(
            int algorithm, Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        return new convolution_backward_weights.primitive_desc(
                new convolution_backward_weights.desc(
                        algorithm,
                        in.description(),
                        weights.description(),
                        biasLayout(bias.isPresent()).description(),
                        out.description(),
                        geometry.strides(),
                        geometry.dilates(),
                        geometry.paddingBefore(),
                        geometry.paddingAfter()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                forward,
                false);
    }

    private convolution_backward_data.primitive_desc inputGradient(
            int algorithm, Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        return new convolution_backward_data.primitive_desc(
                new convolution_backward_data.desc(
                        algorithm,
                        in.description(),
                        weights.description(),
                        out.description(),
                        geometry.strides(),
                        geometry.dilates(),
                        geometry.paddingBefore(),
                        geometry.paddingAfter()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                forward,
                false);
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

    /**
     * On the smallest batches the library silently takes F(2x2, 3x3), which isn't faster than direct code; on many threads it may ask
     * for more scratch than the speed is worth. Either is refused, and the next candidate is direct.
     */
    private static <D extends primitive_desc_base> D winograd(D description) {
        String name = description.impl_info_str().getString();
        long scratch = description.scratchpad_desc().get_size();
        if (!name.startsWith("jit_wino_4x3") || scratch > WinogradRule.MOST_SCRATCH_BYTES) {
            throw new IllegalStateException("expected Winograd's F(4x4, 3x3) with at most "
                    + WinogradRule.MOST_SCRATCH_BYTES + " bytes of scratch, found " + name + " with " + scratch);
        }
        return description;
    }
}
