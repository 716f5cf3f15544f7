package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Step;
import dev.netwright.onednn.step.VectorSteps;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/** An optimizer over a network's flat vectors, stretch by stretch, with its states in their layouts. */
public final class OneDnnUpdate implements ParameterUpdate {
    private final OneDnnParameters parameters;
    private final UpdatePlan plan;
    private final NativeObjects objects = new NativeObjects();
    private final List<StretchUpdate> stretches = new ArrayList<>();
    private final List<Step> clipping = new ArrayList<>();

    OneDnnUpdate(OneDnnParameters parameters, UpdatePlan plan, NativeBytes values, NativeBytes gradients) {
        this.parameters = parameters;
        this.plan = plan;
        objects.collect(() -> {
            List<Tensor> vectors = new ArrayList<>();
            for (UpdatePlan.Stretch stretch : plan.stretches(parameters.inMemoryOrder())) {
                long start = parameters.start(stretch.parameters());
                long bytes = parameters.bytes(stretch.parameters());
                vectors.add(VectorSteps.vector(gradients.at(start), bytes));
                stretches.add(new StretchUpdate(stretch, start, bytes, values, gradients));
            }
            clipping.addAll(OneDnnClipping.of(plan.clipping(), vectors));
        });
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        KernelThreads.enter();
        for (Step step : clipping) {
            step.run();
        }
        for (StretchUpdate stretch : stretches) {
            stretch.step(learningRate, iteration, epoch);
        }
        parameters.changed();
    }

    @Override
    public List<OptimizerState> states() {
        List<String> kinds = stretches.isEmpty() ? List.of() : stretches.get(0).kinds();
        return plan.states(kinds, parameters.table());
    }

    @Override
    public void read(OptimizerState kept, float[] target) {
        parameters.copyOut(kept.parameter(), place(kept), target);
    }

    @Override
    public void write(OptimizerState kept, float[] source) {
        parameters.copyIn(kept.parameter(), source, place(kept));
    }

    @Override
    public void close() {
        objects.close();
        stretches.forEach(StretchUpdate::close);
    }

    private Pointer place(OptimizerState kept) {
        for (StretchUpdate stretch : stretches) {
            if (stretch.parameters().contains(kept.parameter())) {
                long offset = parameters.offset(kept.parameter()) - parameters.start(stretch.parameters());
                return stretch.state(kept.partOf(stretch.kinds()), offset);
            }
        }
        throw new IllegalArgumentException(
                "this optimizer changes no parameter " + kept.parameter().name());
    }
}
