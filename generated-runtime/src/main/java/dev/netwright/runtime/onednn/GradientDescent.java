package dev.netwright.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.nd4j.VectorUpdate;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * {@code v = momentum v + g; p = p - rate v}, with Nesterov's look-ahead {@code p = p - rate (g + momentum v)}: each assignment is one
 * pass over memory, {@code target = target + factor source} or the like. The gradients stay as they are.
 */
final class GradientDescent implements VectorUpdate, AutoCloseable {
    /** Floats in a row, so that a vector has the two dimensions between which the library's loops run. */
    private static final long ROW = 16;

    private final NativeObjects objects = new NativeObjects();
    private final UpdateRule.GradientDescent rule;
    private final List<Step> steps = new ArrayList<>();
    private final FloatPointer negativeRate = new FloatPointer(1);
    private final FloatPointer negativeLookAhead = new FloatPointer(1);
    private final FloatPointer one = new FloatPointer(1);

    GradientDescent(
            UpdateRule.GradientDescent rule,
            long bytes,
            NativeBytes values,
            NativeBytes gradients,
            NativeBytes velocity) {
        this.rule = rule;
        one.put(1);
        objects.collect(() -> plan(bytes, values, gradients, velocity));
    }

    private void plan(long bytes, NativeBytes values, NativeBytes gradients, NativeBytes velocity) {
        if (bytes == 0) {
            return;
        }
        Layout layout = Layout.plain(bytes / Float.BYTES / ROW, ROW);
        Tensor p = tensor(layout, values.at(0));
        Tensor g = tensor(layout, gradients.at(0));
        if (rule.momentum() == 0) {
            steps.add(add(g, negativeRate, p, 1));
            return;
        }
        Tensor v = tensor(layout, velocity.at(0));
        steps.add(add(g, one, v, rule.momentum()));
        if (rule.nesterov()) {
            steps.add(add(g, negativeRate, p, 1));
            steps.add(add(v, negativeLookAhead, p, 1));
        } else {
            steps.add(add(v, negativeRate, p, 1));
        }
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        negativeRate.put((float) -learningRate);
        negativeLookAhead.put((float) (-learningRate * rule.momentum()));
        for (Step step : steps) {
            step.run();
        }
    }

    @Override
    public void close() {
        objects.close();
    }

    @Override
    public List<String> kinds() {
        return rule.momentum() == 0 ? List.of() : List.of("momentum_buffer");
    }

    /** {@code target = kept target + factor source}. */
    private static Step add(Tensor source, FloatPointer factor, Tensor target, double kept) {
        post_ops sum = new post_ops();
        sum.append_sum((float) kept, memory.data_type.undef);
        primitive_attr attributes = Attributes.plain();
        attributes.set_post_ops(sum);
        Tensor scalar = tensor(Layout.plain(1, 1), factor);
        binary.primitive_desc description = new binary.primitive_desc(
                new binary.desc(
                        dnnl_binary_mul,
                        source.layout().description(),
                        scalar.layout().description(),
                        target.layout().description()),
                attributes,
                OneDnn.loaded().engine(),
                false);
        return new PlannedPrimitive(
                        description.impl_info_str().getString(),
                        () -> new binary(description),
                        List.of(
                                new PlannedPrimitive.Argument(DNNL_ARG_SRC_0, source),
                                new PlannedPrimitive.Argument(DNNL_ARG_SRC_1, scalar),
                                new PlannedPrimitive.Argument(DNNL_ARG_DST, target)))
                .bind(BindingMemory.NONE);
    }

    private static Tensor tensor(Layout layout, Pointer pointer) {
        return new Tensor(layout, new FixedPlace(() -> pointer));
    }
}
