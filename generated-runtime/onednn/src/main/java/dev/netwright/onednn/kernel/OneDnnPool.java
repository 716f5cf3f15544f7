package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_exclude_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_include_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;

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
import dev.netwright.operation.ClippedMean;
import dev.netwright.operation.MeanStages;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/**
 * Pools as one primitive; a maximum keeps where it was. A maximum that alone reads a rectifier's output does the rectifier's
 * backward as well, on its own smaller map.
 */
public final class OneDnnPool {
    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final PoolKind kind;
    private final ConvolutionGeometry geometry;

    private OneDnnPool(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, PoolKind kind, Window window) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.kind = kind;
        geometry = new ConvolutionGeometry(window, input.shape(), output.shape());
    }

    static KernelPlan plan(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, PoolKind kind, Window window) {
        List<OneDnnPool> stages = kind.isMean()
                ? stages(kernel, input, output, kind, window)
                : List.of(new OneDnnPool(kernel, input, output, kind, window));
        List<Runnable> backward = stages.stream().map(OneDnnPool::addForward).toList();
        if (kernel.isTraining()) {
            for (int i = backward.size() - 1; i >= 0; i--) {
                backward.get(i).run();
            }
        }
        return kernel.steps();
    }

    /** A mean over a large window takes several pools. */
    private static List<OneDnnPool> stages(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, PoolKind kind, Window window) {
        List<OneDnnPool> pools = new ArrayList<>();
        List<MeanStages.Stage> stages = MeanStages.of(window, input.shape(), output.shape());
        OneDnnActivation from = input;
        for (MeanStages.Stage stage : stages.subList(0, stages.size() - 1)) {
            OneDnnActivation to = OneDnnActivation.of(stage.output(), output.hasGradient(), false);
            pools.add(new OneDnnPool(kernel, from, to, kind, stage.window()));
            from = to;
        }
        Window last = stages.get(stages.size() - 1).window();
        pools.add(new OneDnnPool(kernel, from, output, kind, last));
        return pools;
    }

    /** Adds the forward pass and says what adds the backward pass. */
    private Runnable addForward() {
        Layout any = Layout.any(kernel.dimensions(output.shape()));
        double change = OneDnn.loaded()
                .costs()
                .change(given().isSameAs(blocked()), given().bytes(), blocked().bytes());
        pooling_forward.primitive_desc forward = new Candidates<pooling_forward.primitive_desc>()
                .or(Way.DIRECT, 0, () -> description(given(), any))
                .or(Way.DIRECT, change, () -> description(blocked(), any))
                .cheapest();
        Tensor places = kernel.forward().scratch(new Layout(forward.workspace_desc()));
        Optional<Tensor> factors = corrections(new Layout(forward.dst_desc()));
        addForward(forward, places, factors);
        return () -> addBackward(forward, places, factors);
    }

    private void addForward(pooling_forward.primitive_desc description, Tensor places, Optional<Tensor> factors) {
        Pass pass = kernel.forward();
        Tensor x = pass.in(new Layout(description.src_desc()), input.value());
        Tensor y = kernel.output(output, new Layout(description.dst_desc()));
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, x, DNNL_ARG_DST, y));
        addPlaces(arguments, places);
        pass.primitive(description, () -> new pooling_forward(description), arguments.toArray());
        factors.ifPresent(correction -> Binary.multiply(pass, y, correction, y));
        if (!input.leftToReader().isIdentity()) {
            OneDnnElementwise.apply(kernel, input.leftToReader(), y, y);
        }
        kernel.deliver(output, y);
    }

    private void addBackward(pooling_forward.primitive_desc forward, Tensor places, Optional<Tensor> factors) {
        if (!input.hasGradient()) {
            return;
        }
        Pass pass = kernel.backward();
        Tensor gradient = output.gradient();
        if (input.isRectifiedByItsReader()) {
            OneDnnElementwise.differentiate(pass, ActivationFunction.RELU, output.value(), gradient);
        }
        Tensor g = pass.in(new Layout(forward.dst_desc()), gradient);
        factors.ifPresent(correction -> Binary.multiply(pass, g, correction, g));
        Layout in = new Layout(forward.src_desc());
        pooling_backward.primitive_desc description = new pooling_backward.primitive_desc(
                new pooling_backward.desc(
                        algorithm(),
                        in.description(),
                        g.layout().description(),
                        geometry.strides(),
                        geometry.kernel(),
                        geometry.paddingBefore(),
                        geometry.paddingAfter()),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                forward,
                false);
        Tensor target = kernel.gradientTarget(input, in);
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_DIFF_DST, g, DNNL_ARG_DIFF_SRC, target));
        addPlaces(arguments, places);
        pass.primitive(description, () -> new pooling_backward(description), arguments.toArray());
        kernel.deliverGradient(input, target);
    }

    /** For an average whose last windows reach past the padded image: spread over batch and channels, as wide as the output. */
    private Optional<Tensor> corrections(Layout layout) {
        if (!isClipped()) {
            return Optional.empty();
        }
        float[] map = ClippedMean.corrections(geometry.window(), input.shape(), output.shape());
        float[] all = new float[kernel.batch() * output.shape().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = map[i % map.length];
        }
        return Optional.of(kernel.plan().constant(layout, all));
    }

    /** The input's layout; corrections multiply the output, which takes wide blocks. */
    private Layout given() {
        Layout layout = input.value().layout();
        return isClipped() ? layout.wide() : layout;
    }

    private boolean isClipped() {
        return kind == PoolKind.AVERAGE && ClippedMean.isClipped(geometry.window(), input.shape(), output.shape());
    }

    private Optional<pooling_forward.primitive_desc> description(Layout in, Layout out) {
        pooling_forward.desc operation = new pooling_forward.desc(
                kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                algorithm(),
                in.description(),
                out.description(),
                geometry.strides(),
                geometry.kernel(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(operation.data(), Attributes.plain(), null, pooling_forward.primitive_desc::new);
    }

    private Layout blocked() {
        return Layout.blocked(kernel.dimensions(input.shape()));
    }

    private int algorithm() {
        return switch (kind) {
            case MAX -> dnnl_pooling_max;
            case AVERAGE -> dnnl_pooling_avg_include_padding;
            case AVERAGE_WITHOUT_PADDING -> dnnl_pooling_avg_exclude_padding;
        };
    }

    private static void addPlaces(List<Object> arguments, Tensor places) {
        if (places.layout().bytes() > 0) {
            arguments.addAll(List.of(DNNL_ARG_WORKSPACE, places));
        }
    }
}
