package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fuse_norm_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.Pieces;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.ScaleAndShift;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.ShortSums;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;

/** Batch norm, with a rectifier in the same primitive; in training the running statistics move afterwards. */
public final class OneDnnNorm {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final ActivationFunction function;
    private final float epsilon;
    private final Tensor x;
    private final Parameter weight;
    private final Parameter bias;

    private OneDnnNorm(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            double epsilon,
            ActivationFunction function) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.function = function;
        this.epsilon = (float) epsilon;
        x = inPieces(kernel.value(input, output));
        weight = kernel.parameters().table().tensor(kernel.layer() + ".weight");
        bias = kernel.parameters().table().tensor(kernel.layer() + ".bias");
    }

    /** In a layout that can be cut into pieces, if the sums are to be taken of those. */
    private Tensor inPieces(Tensor values) {
        return isInPieces() ? kernel.forward().in(Pieces.layout(values.layout()), values) : values;
    }

    private boolean isInPieces() {
        return kernel.isTraining() && ShortSums.areNeeded(valuesOfChannel());
    }

    private long valuesOfChannel() {
        return (long) kernel.batch() * output.shape().height() * output.shape().width();
    }

    /** With the statistics of the batch. */
    static KernelPlan training(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, BatchNorm operation) {
        OneDnnNorm norm = new OneDnnNorm(kernel, input, output, operation.epsilon(), operation.function());
        Layout vector = Layout.plain(output.shape().channels());
        Tensor mean = kernel.forward().scratch(vector);
        Tensor variance = kernel.forward().scratch(vector);
        PlannedStep running = RunningStatistics.plan(
                kernel,
                mean,
                variance,
                norm.valuesOfChannel(),
                operation.momentum(),
                operation.runningVariance() == RunningVariance.UNBIASED);
        if (norm.isInPieces()) {
            norm.addInPieces(mean, variance);
        } else {
            norm.addWhole(mean, variance);
        }
        kernel.forward().host(running, mean, variance);
        return kernel.steps();
    }

    /** With the library's sums, which are short. */
    private void addWhole(Tensor mean, Tensor variance) {
        batch_normalization_forward.primitive_desc forward = description(dnnl_forward_training, 0);
        Tensor mask = kernel.forward().scratch(new Layout(forward.workspace_desc()));
        addForward(forward, mean, variance, kernel.parameters().value(bias), mask);
        addBackward(forward, mean, variance, mask);
    }

    private void addInPieces(Tensor mean, Tensor variance) {
        NormInPieces pieces = new NormInPieces(kernel, x, epsilon, rectifier(), weight, bias);
        Tensor shift = kernel.forward().scratch(mean.layout());
        pieces.addStatistics(mean, variance, shift);
        batch_normalization_forward.primitive_desc forward = description(dnnl_forward_training, dnnl_use_global_stats);
        Tensor mask = kernel.forward().scratch(new Layout(forward.workspace_desc()));
        addForward(forward, mean, variance, shift, mask);
        Pass pass = kernel.backward();
        Tensor g = pass.in(x.layout(), differentiated());
        if (input.hasGradient()) {
            Tensor target = kernel.gradientTarget(input, x.layout());
            pieces.addGradients(g, mask, target);
            kernel.deliverGradient(input, target);
        } else {
            pieces.addGradients(g, mask);
        }
    }

    /** With the running statistics. */
    static KernelPlan inference(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            double epsilon,
            ActivationFunction function) {
        OneDnnNorm norm = new OneDnnNorm(kernel, input, output, epsilon, function);
        if (norm.isOfRows()) {
            norm.addRows(new FoldedNorm(kernel.layer(), epsilon));
            return kernel.steps();
        }
        ParameterTable table = kernel.parameters().table();
        Tensor mean = kernel.parameters().value(table.runningMean(kernel.layer()));
        Tensor variance = kernel.parameters().value(table.runningVariance(kernel.layer()));
        batch_normalization_forward.primitive_desc forward =
                norm.description(dnnl_forward_inference, dnnl_use_global_stats);
        Tensor mask = kernel.forward().scratch(new Layout(forward.workspace_desc()));
        norm.addForward(forward, mean, variance, kernel.parameters().value(norm.bias), mask);
        return kernel.steps();
    }

    /** Whether each channel is one value of an image, next to the others. */
    private boolean isOfRows() {
        return x.layout().isPlain()
                && output.shape().height() == 1
                && output.shape().width() == 1;
    }

    /** A factor, a shift and the function as one primitive: the library's norm of rows isn't made for them. */
    private void addRows(FoldedNorm norm) {
        PreparedWeights weights =
                PreparedWeights.of(kernel.plan(), output.shape().channels(), norm);
        kernel.forward().host(weights.refresh());
        Tensor y = kernel.output(output, x.layout());
        Layout rows = Layout.plain(kernel.batch(), output.shape().channels());
        ScaleAndShift.add(
                kernel.forward(),
                new Tensor(rows, x.place()),
                weights.weight(),
                weights.bias(),
                new Tensor(rows, y.place()),
                function);
        kernel.deliver(output, y);
    }

    private void addForward(
            batch_normalization_forward.primitive_desc description,
            Tensor mean,
            Tensor variance,
            Tensor shift,
            Tensor mask) {
        Pass pass = kernel.forward();
        Tensor y = kernel.output(output, x.layout());
        List<Object> arguments = new ArrayList<>(List.of(
                DNNL_ARG_SRC,
                x,
                DNNL_ARG_MEAN,
                mean,
                DNNL_ARG_VARIANCE,
                variance,
                DNNL_ARG_SCALE,
                kernel.parameters().value(weight),
                DNNL_ARG_SHIFT,
                shift,
                DNNL_ARG_DST,
                y));
        addMask(arguments, mask);
        pass.primitive(description, () -> new batch_normalization_forward(description), arguments.toArray());
        if (!function.isIdentity() && !function.isRelu()) {
            OneDnnElementwise.apply(kernel, function, y, y);
        }
        kernel.deliver(output, y);
    }

    private void addBackward(
            batch_normalization_forward.primitive_desc forward, Tensor mean, Tensor variance, Tensor mask) {
        Pass pass = kernel.backward();
        Tensor g = pass.in(x.layout(), differentiated());
        batch_normalization_backward.primitive_desc description = new batch_normalization_backward.primitive_desc(
                new batch_normalization_backward.desc(
                        dnnl_backward, g.layout().description(), x.layout().description(), epsilon, flags()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                forward,
                false);
        Tensor target = input.hasGradient() ? kernel.gradientTarget(input, x.layout()) : pass.scratch(x.layout());
        List<Object> arguments = new ArrayList<>(List.of(
                DNNL_ARG_SRC,
                x,
                DNNL_ARG_MEAN,
                mean,
                DNNL_ARG_VARIANCE,
                variance,
                DNNL_ARG_DIFF_DST,
                g,
                DNNL_ARG_SCALE,
                kernel.parameters().value(weight),
                DNNL_ARG_SHIFT,
                kernel.parameters().value(bias),
                DNNL_ARG_DIFF_SRC,
                target,
                DNNL_ARG_DIFF_SCALE,
                kernel.parameters().gradient(weight),
                DNNL_ARG_DIFF_SHIFT,
                kernel.parameters().gradient(bias)));
        addMask(arguments, mask);
        pass.primitive(description, () -> new batch_normalization_backward(description), arguments.toArray());
        if (input.hasGradient()) {
            kernel.deliverGradient(input, target);
        }
    }

    /** The gradient of the output before its function, in place; a rectifier's mask is the library's business. */
    private Tensor differentiated() {
        Tensor gradient = output.gradient();
        if (!function.isRelu()) {
            OneDnnElementwise.differentiate(kernel.backward(), function, output.value(), gradient);
        }
        return gradient;
    }

    private batch_normalization_forward.primitive_desc description(int propagation, int moreFlags) {
        return new batch_normalization_forward.primitive_desc(
                new batch_normalization_forward.desc(
                        propagation, x.layout().description(), epsilon, flags() | moreFlags),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
    }

    private int flags() {
        return dnnl_use_scale | dnnl_use_shift | rectifier();
    }

    private int rectifier() {
        return function.isRelu() ? dnnl_fuse_norm_relu : 0;
    }

    /** Where the rectifier let values pass, which backward reads. */
    private static void addMask(List<Object> arguments, Tensor mask) {
        if (mask.layout().bytes() > 0) {
            arguments.addAll(List.of(DNNL_ARG_WORKSPACE, mask));
        }
    }
}
