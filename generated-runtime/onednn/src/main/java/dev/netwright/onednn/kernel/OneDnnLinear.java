package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.choice.Candidates;
import dev.netwright.onednn.choice.Way;
import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.library.PrimitiveRequest;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.Rows;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;

/**
 * Matrix product, bias and activation as one primitive over rows, one for each image. Images in blocks of channels become rows first,
 * or the weights' columns are put into the blocks' order: the library's own product over blocks is several times slower.
 */
public final class OneDnnLinear {
    /** A megabyte. */
    private static final int MOST_REARRANGED_WEIGHTS = 1 << 18;

    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final Layout rows;
    private final Layout results;

    private OneDnnLinear(KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        weight = kernel.parameters().table().weight(kernel.layer());
        bias = kernel.parameters().table().bias(kernel.layer());
        rows = Layout.plain(kernel.batch(), input.shape().size());
        results = Layout.plain(kernel.batch(), output.shape().size());
    }

    static KernelPlan plan(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, ActivationFunction function) {
        OneDnnLinear linear = new OneDnnLinear(kernel, input, output);
        if (linear.readsBlocks()) {
            linear.forward(new Tensor(linear.rows, input.value().place()), function);
            return kernel.steps();
        }
        Tensor x = Rows.of(kernel.forward(), input.value());
        if (MatrixVectorProduct.applies(
                kernel, input.shape().size(), output.shape().size())) {
            Tensor y = kernel.output(output, Layout.plain(kernel.dimensions(output.shape())));
            MatrixVectorProduct.add(kernel, x, linear.weight, linear.bias, y, function);
            return kernel.steps();
        }
        inner_product_forward.primitive_desc forward = linear.forward(x, function);
        if (kernel.isTraining()) {
            linear.backward(x, forward, function);
        }
        return kernel.steps();
    }

    private inner_product_forward.primitive_desc forward(Tensor x, ActivationFunction function) {
        Tensor stored = kernel.parameters().value(weight);
        inner_product_forward.primitive_desc description = new Candidates<inner_product_forward.primitive_desc>()
                .or(Way.PRODUCT, 0, () -> forward(stored.layout(), function))
                .or(Way.PRODUCT, change(stored), () -> forward(any(stored), function))
                .cheapest();
        Pass pass = kernel.forward();
        Tensor y = kernel.output(output, Layout.plain(kernel.dimensions(output.shape())));
        List<Object> arguments = new ArrayList<>(List.of(
                DNNL_ARG_SRC,
                x,
                DNNL_ARG_WEIGHTS,
                weights(stored, new Layout(description.weights_desc())),
                DNNL_ARG_DST,
                new Tensor(results, y.place())));
        bias.ifPresent(parameter ->
                arguments.addAll(List.of(DNNL_ARG_BIAS, kernel.parameters().value(parameter))));
        pass.primitive(description, () -> new inner_product_forward(description), arguments.toArray());
        return description;
    }

    /**
     * Whether the images stay in their blocks of channels, and the weights' columns follow them instead. That costs a copy of the
     * weights, which must be small for it.
     */
    private boolean readsBlocks() {
        Layout image = input.value().layout();
        return !kernel.isTraining()
                && !Rows.areIn(image)
                && !image.isPadded()
                && image.isSameAs(Layout.blocked(image.dimensions()))
                && weight.size() <= MOST_REARRANGED_WEIGHTS;
    }

    private Tensor weights(Tensor stored, Layout wanted) {
        if (readsBlocks()) {
            PreparedWeights weights = PreparedWeights.ofBlocks(kernel.plan(), weight, wanted, input.shape());
            kernel.forward().host(weights.refresh());
            return weights.weight();
        }
        return kernel.isTraining()
                ? kernel.forward().in(wanted, stored)
                : kernel.plan().weight(kernel.forward(), weight, wanted, Optional.empty());
    }

    private void backward(Tensor x, inner_product_forward.primitive_desc forward, ActivationFunction function) {
        Pass pass = kernel.backward();
        OneDnnElementwise.differentiate(pass, function, output.value(), output.gradient());
        Tensor gradient = new Tensor(results, output.gradient().place());
        addWeightGradient(pass, x, gradient, forward);
        if (input.hasGradient()) {
            addInputGradient(pass, gradient, forward);
        }
    }

    private void addWeightGradient(Pass pass, Tensor x, Tensor gradient, inner_product_forward.primitive_desc forward) {
        Tensor target = kernel.parameters().gradient(weight);
        inner_product_backward_weights.primitive_desc description = new Candidates<
                        inner_product_backward_weights.primitive_desc>()
                .or(Way.PRODUCT, 0, () -> weightGradient(target.layout(), forward))
                .or(Way.PRODUCT, change(target), () -> weightGradient(any(target), forward))
                .cheapest();
        Layout computed = new Layout(description.diff_weights_desc());
        Tensor w = target.layout().isSameAs(computed) ? target : pass.scratch(computed);
        List<Object> arguments =
                new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_WEIGHTS, w));
        if (bias.isPresent()) {
            Tensor biasTarget = kernel.parameters().gradient(bias.get());
            if (sumsBiasItself()) {
                BiasGradient.add(pass, output.gradient(), biasTarget);
            } else {
                arguments.addAll(List.of(DNNL_ARG_DIFF_BIAS, biasTarget));
            }
        }
        pass.primitive(description, () -> new inner_product_backward_weights(description), arguments.toArray());
        pass.copy(w, target);
    }

    private void addInputGradient(Pass pass, Tensor gradient, inner_product_forward.primitive_desc forward) {
        Tensor stored = kernel.parameters().value(weight);
        inner_product_backward_data.primitive_desc description = new Candidates<
                        inner_product_backward_data.primitive_desc>()
                .or(Way.PRODUCT, 0, () -> inputGradient(stored.layout(), forward))
                .or(Way.PRODUCT, change(stored), () -> inputGradient(any(stored), forward))
                .cheapest();
        Tensor w = pass.in(new Layout(description.weights_desc()), stored);
        Layout image = Layout.plain(kernel.dimensions(input.shape()));
        boolean inPlace = !input.isAccumulating() && Rows.areIn(input.gradient().layout());
        Tensor target = inPlace ? input.gradient() : pass.scratch(image);
        pass.primitive(
                description,
                () -> new inner_product_backward_data(description),
                DNNL_ARG_DIFF_DST,
                gradient,
                DNNL_ARG_WEIGHTS,
                w,
                DNNL_ARG_DIFF_SRC,
                new Tensor(rows, target.place()));
        if (!inPlace) {
            kernel.deliverGradient(input, target);
        }
    }

    private Optional<inner_product_forward.primitive_desc> forward(Layout weights, ActivationFunction function) {
        inner_product_forward.desc operation = new inner_product_forward.desc(
                kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                rows.description(),
                weights.description(),
                biasLayout().description(),
                results.description());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.with(function), null, inner_product_forward.primitive_desc::new);
    }

    private Optional<inner_product_backward_weights.primitive_desc> weightGradient(
            Layout weights, inner_product_forward.primitive_desc forward) {
        inner_product_backward_weights.desc operation = new inner_product_backward_weights.desc(
                rows.description(),
                weights.description(),
                (sumsBiasItself() ? Layout.none() : biasLayout()).description(),
                results.description());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), forward, inner_product_backward_weights.primitive_desc::new);
    }

    private Optional<inner_product_backward_data.primitive_desc> inputGradient(
            Layout weights, inner_product_forward.primitive_desc forward) {
        inner_product_backward_data.desc operation =
                new inner_product_backward_data.desc(rows.description(), weights.description(), results.description());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), forward, inner_product_backward_data.primitive_desc::new);
    }

    private static double change(Tensor weights) {
        return OneDnn.loaded().costs().copy(weights.layout().bytes());
    }

    private static Layout any(Tensor weights) {
        return Layout.any(weights.layout().dimensions());
    }

    private boolean sumsBiasItself() {
        return BiasGradient.isLong(output.gradient().layout());
    }

    private Layout biasLayout() {
        return bias.isPresent() ? Layout.plain(output.shape().size()) : Layout.none();
    }
}
