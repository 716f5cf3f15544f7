package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.choice.Candidates;
import dev.netwright.onednn.choice.ConvolutionGeometry;
import dev.netwright.onednn.choice.Way;
import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.library.PrimitiveRequest;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Binary;
import dev.netwright.onednn.step.Pass;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;

/**
 * Transposed convolution with the primitives of the convolution from its output to its input: forward is that one's input gradient, to which
 * the bias is added; backward has its weight gradient and its forward pass.
 */
public final class OneDnnTransposedConvolution {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final ConvolutionGeometry geometry;
    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final GroupedWeights grouped;
    private final convolution_forward.primitive_desc convolution;

    private OneDnnTransposedConvolution(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, TransposedConvolution operation) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        geometry = new ConvolutionGeometry(operation.window(), output.shape(), input.shape());
        weight = kernel.parameters().table().weight(kernel.layer());
        bias = kernel.parameters().table().bias(kernel.layer());
        grouped = new GroupedWeights(weight, operation.groups());
        convolution = convolution(any(output), anyWeights(), any(input)).orElseThrow();
    }

    static KernelPlan plan(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, TransposedConvolution operation) {
        OneDnnTransposedConvolution transposed = new OneDnnTransposedConvolution(kernel, input, output, operation);
        transposed.addForward();
        if (kernel.isTraining()) {
            transposed.addWeightGradient();
            if (input.hasGradient()) {
                transposed.addInputGradient();
            }
        }
        return kernel.steps();
    }

    private void addForward() {
        Pass pass = kernel.forward();
        Layout in = input.value().layout();
        Layout blocks = Layout.blocked(in.dimensions());
        Layout planes = Layout.plain(kernel.dimensions(output.shape()));
        // The library adds a bias of one value to all of a block, and what fills the block has to stay 0.
        Layout out = output.shape().channels() == 1 ? planes : Layout.blocked(planes.dimensions());
        convolution_backward_data.primitive_desc description = new Candidates<
                        convolution_backward_data.primitive_desc>()
                .or(Way.DIRECT, 0, () -> data(out, preferredWeights(), in))
                .or(Way.DIRECT, 0, () -> data(out, anyWeights(), in))
                .or(Way.DIRECT, change(in, blocks), () -> data(out, preferredWeights(), blocks))
                .or(Way.DIRECT, change(in, blocks), () -> data(out, anyWeights(), blocks))
                .orElse(() -> data(planes, anyWeights(), any(input)))
                .cheapest();
        Layout wanted = new Layout(description.weights_desc());
        Tensor weights = kernel.isTraining()
                ? grouped.in(pass, wanted, kernel.parameters().value(weight))
                : kernel.plan().weight(pass, weight, wanted, Optional.empty());
        Tensor x = pass.in(new Layout(description.diff_dst_desc()), input.value());
        Tensor y = kernel.output(output, new Layout(description.diff_src_desc()));
        pass.primitive(
                description,
                () -> new convolution_backward_data(description),
                DNNL_ARG_DIFF_DST,
                x,
                DNNL_ARG_WEIGHTS,
                weights,
                DNNL_ARG_DIFF_SRC,
                y);
        bias.ifPresent(shift -> addBias(pass, kernel.parameters().value(shift), y));
        kernel.deliver(output, y);
    }

    /** The bias in the output's blocks, so that zeros are added to what fills the last block. */
    private void addBias(Pass pass, Tensor bias, Tensor y) {
        long[] channels = {1, output.shape().channels(), 1, 1};
        Layout layout = y.layout().isPlain() ? Layout.plain(channels) : Layout.blocked(channels);
        Binary.sum(pass, y, pass.in(layout, bias.reshaped(channels)), y, ActivationFunction.IDENTITY);
    }

    private void addWeightGradient() {
        Pass pass = kernel.backward();
        Tensor gradient = output.gradient();
        Layout out = gradient.layout();
        Layout in = input.value().layout();
        Layout outBlocks = Layout.blocked(out.dimensions());
        Layout inBlocks = Layout.blocked(in.dimensions());
        double toBlocks = change(out, outBlocks) + change(in, inBlocks);
        convolution_backward_weights.primitive_desc description = new Candidates<
                        convolution_backward_weights.primitive_desc>()
                .or(Way.DIRECT, 0, () -> weights(out, storedWeights(), in))
                .or(Way.DIRECT, 0, () -> weights(out, anyWeights(), in))
                .or(Way.DIRECT, toBlocks, () -> weights(outBlocks, anyWeights(), inBlocks))
                .orElse(() -> weights(any(output), anyWeights(), any(input)))
                .cheapest();
        bias.ifPresent(
                shift -> BiasGradient.add(pass, gradient, kernel.parameters().gradient(shift)));
        Tensor g = pass.in(new Layout(description.src_desc()), gradient);
        Tensor x = pass.in(new Layout(description.diff_dst_desc()), input.value());
        Layout computed = new Layout(description.diff_weights_desc());
        Tensor target = kernel.parameters().gradient(weight);
        Tensor w = target.layout().isSameAs(computed) ? target : pass.scratch(computed);
        pass.primitive(
                description,
                () -> new convolution_backward_weights(description),
                DNNL_ARG_SRC,
                g,
                DNNL_ARG_DIFF_DST,
                x,
                DNNL_ARG_DIFF_WEIGHTS,
                w);
        grouped.deliver(pass, w, target);
    }

    private void addInputGradient() {
        Pass pass = kernel.backward();
        Layout out = output.gradient().layout();
        Layout in = input.gradient().layout();
        Layout blocks = Layout.blocked(out.dimensions());
        Layout any = any(input);
        convolution_forward.primitive_desc description = new Candidates<convolution_forward.primitive_desc>()
                .or(Way.DIRECT, 0, () -> convolution(out, storedWeights(), in))
                .or(Way.DIRECT, 0, () -> convolution(out, anyWeights(), in))
                .or(Way.DIRECT, change(out, blocks), () -> convolution(blocks, anyWeights(), any))
                .orElse(() -> convolution(any(output), anyWeights(), any))
                .cheapest();
        Tensor g = pass.in(new Layout(description.src_desc()), output.gradient());
        Tensor w = grouped.in(
                pass,
                new Layout(description.weights_desc()),
                kernel.parameters().value(weight));
        Tensor target = kernel.gradientTarget(input, new Layout(description.dst_desc()));
        pass.primitive(
                description,
                () -> new convolution_forward(description),
                DNNL_ARG_SRC,
                g,
                DNNL_ARG_WEIGHTS,
                w,
                DNNL_ARG_DST,
                target);
        kernel.deliverGradient(input, target);
    }

    private Optional<convolution_forward.primitive_desc> convolution(Layout from, Layout weights, Layout to) {
        convolution_forward.desc operation = new convolution_forward.desc(
                dnnl_forward_training,
                dnnl_convolution_direct,
                from.description(),
                weights.description(),
                to.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), null, convolution_forward.primitive_desc::new);
    }

    private Optional<convolution_backward_data.primitive_desc> data(Layout from, Layout weights, Layout to) {
        convolution_backward_data.desc operation = new convolution_backward_data.desc(
                dnnl_convolution_direct,
                from.description(),
                weights.description(),
                to.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), convolution, convolution_backward_data.primitive_desc::new);
    }

    private Optional<convolution_backward_weights.primitive_desc> weights(Layout from, Layout weights, Layout to) {
        convolution_backward_weights.desc operation = new convolution_backward_weights.desc(
                dnnl_convolution_direct,
                from.description(),
                weights.description(),
                to.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), convolution, convolution_backward_weights.primitive_desc::new);
    }

    /** Microseconds for bringing a tensor into another layout. */
    private static double change(Layout from, Layout to) {
        return OneDnn.loaded().costs().change(from.isSameAs(to), from.bytes(), to.bytes());
    }

    private Layout any(OneDnnActivation activation) {
        return Layout.any(kernel.dimensions(activation.shape()));
    }

    private Layout preferredWeights() {
        return kernel.isTraining() ? storedWeights() : anyWeights();
    }

    private Layout storedWeights() {
        return grouped.groups() == 1 ? kernel.parameters().value(weight).layout() : anyWeights();
    }

    private Layout anyWeights() {
        return Layout.any(grouped.dimensions());
    }
}
