package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.concat;
import org.bytedeco.dnnl.memory;

/**
 * Joins dense branches into one: the library's convolutions, pools and norms drop to reference code where a branch lies in a slice
 * of the joined channels. Branches that begin or end within a block of channels are joined in plain order.
 */
public final class OneDnnConcat {
    private final KernelBuilder kernel;
    private final OneDnnActivation output;
    private final List<OneDnnActivation> inputs;
    private final Layout joined;

    private OneDnnConcat(KernelBuilder kernel, OneDnnActivation output, List<OneDnnActivation> inputs) {
        this.kernel = kernel;
        this.output = output;
        this.inputs = inputs;
        long[] dimensions = kernel.dimensions(output.shape());
        joined = beginAtBlocks() ? Layout.blocked(dimensions) : Layout.plain(dimensions);
    }

    static KernelPlan plan(KernelBuilder kernel, OneDnnActivation output, List<OneDnnActivation> inputs) {
        OneDnnConcat concat = new OneDnnConcat(kernel, output, inputs);
        concat.addForward();
        if (kernel.isTraining()) {
            concat.addBackward();
        }
        return kernel.steps();
    }

    /** The library has no name for a part that ends within another block than its first, be it the whole's end. */
    private boolean beginAtBlocks() {
        int block = OneDnn.loaded().block();
        int last = inputs.get(inputs.size() - 1).shape().channels();
        return (last < block || last % block == 0)
                && inputs.stream()
                        .limit(inputs.size() - 1L)
                        .allMatch(input -> input.shape().channels() % block == 0);
    }

    private void addForward() {
        Pass pass = kernel.forward();
        Layout blocked = Layout.blocked(kernel.dimensions(output.shape()));
        Tensor y = kernel.output(output, blocked);
        Tensor whole = joined.isSameAs(blocked) ? y : pass.scratch(joined);
        if (kernel.batch() == 1) {
            copy(pass, whole);
        } else {
            join(pass, whole);
        }
        pass.copy(whole, y);
        kernel.deliver(output, y);
    }

    /** Of one image each branch is one stretch of the whole, for which the library's join has no fast code. */
    private void copy(Pass pass, Tensor whole) {
        long first = 0;
        for (OneDnnActivation input : inputs) {
            int channels = input.shape().channels();
            pass.copy(input.value(), whole.channels(first, channels));
            first += channels;
        }
    }

    private void join(Pass pass, Tensor whole) {
        memory.desc parts = new memory.desc(inputs.size());
        List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_DST, whole));
        for (int i = 0; i < inputs.size(); i++) {
            Tensor part = pass.in(like(inputs.get(i)), inputs.get(i).value());
            parts.position(i).put(part.layout().description());
            arguments.addAll(List.of(DNNL_ARG_MULTIPLE_SRC + i, part));
        }
        parts.position(0);
        concat.primitive_desc description = new concat.primitive_desc(
                joined.description(), 1, parts, OneDnn.loaded().engine(), Attributes.plain());
        pass.primitive(description, () -> new concat(description), arguments.toArray());
    }

    private void addBackward() {
        Pass pass = kernel.backward();
        Tensor whole = pass.in(joined, output.gradient());
        long first = 0;
        for (OneDnnActivation input : inputs) {
            int channels = input.shape().channels();
            if (input.hasGradient()) {
                Tensor part = whole.channels(first, channels);
                if (input.isAccumulating()) {
                    kernel.deliverGradient(input, pass.in(input.gradient().layout(), part));
                } else {
                    pass.copy(part, input.gradient());
                }
            }
            first += channels;
        }
    }

    /** The joined layout for one of its parts. */
    private Layout like(OneDnnActivation input) {
        long[] dimensions = kernel.dimensions(input.shape());
        return beginAtBlocks() ? Layout.blocked(dimensions) : Layout.plain(dimensions);
    }
}
