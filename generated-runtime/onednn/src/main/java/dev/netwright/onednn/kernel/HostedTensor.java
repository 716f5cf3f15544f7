package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Rows;
import dev.netwright.onednn.step.Step;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** An output or its gradient, which the calling thread reads or writes in plain order, and the steps that bring it there or away. */
public final class HostedTensor {
    private final FloatPointer plain;
    private final Step[] steps;

    private HostedTensor(FloatPointer plain, Step... steps) {
        this.plain = plain;
        this.steps = steps;
    }

    /** The values of an output, read in forward. */
    static Plan read(KernelBuilder kernel, OneDnnActivation output) {
        Pass pass = kernel.forward();
        Tensor rows = Rows.of(pass, output.value());
        pass.needs(rows);
        return new Plan(rows, pass.steps());
    }

    /** The gradient of an output, written in backward. */
    static Plan written(KernelBuilder kernel, OneDnnActivation output) {
        Tensor target = kernel.gradientTarget(output, Layout.plain(kernel.dimensions(output.shape())));
        kernel.backward().needs(target);
        kernel.deliverGradient(output, target);
        return new Plan(target, kernel.backward().steps());
    }

    /** Runs the steps and copies the values out. */
    void read(float... target) {
        for (Step step : steps) {
            step.run();
        }
        plain.get(target);
    }

    /** Copies the values in and runs the steps. */
    void write(float... source) {
        plain.put(source);
        for (Step step : steps) {
            step.run();
        }
    }

    /** Before memory exists. */
    record Plan(Tensor plain, List<PlannedStep> steps) {
        HostedTensor bind(BindingMemory memory) {
            return new HostedTensor(new FloatPointer(plain.place().in(memory)), KernelPlan.bound(steps, memory));
        }
    }
}
