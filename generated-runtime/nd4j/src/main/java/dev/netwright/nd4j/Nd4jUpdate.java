package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An optimizer over a network's flat vectors, stretch by stretch, with its states in their layout. */
final class Nd4jUpdate implements ParameterUpdate {
    private final Nd4jParameters parameters;
    private final UpdatePlan plan;
    private final List<StretchUpdate> stretches = new ArrayList<>();
    private final Nd4jClipping clipping;

    Nd4jUpdate(Nd4jParameters parameters, UpdatePlan plan, BackendPolicy policy) {
        this.parameters = parameters;
        this.plan = plan;
        List<INDArray> gradients = new ArrayList<>();
        for (UpdatePlan.Stretch stretch : plan.stretches(parameters.inMemoryOrder())) {
            INDArray gradient = parameters.gradients(stretch.parameters());
            gradients.add(gradient);
            stretches.add(new StretchUpdate(stretch, parameters.values(stretch.parameters()), gradient, policy));
        }
        clipping = Nd4jClipping.of(plan.clipping(), gradients, policy);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        KernelThreads.enter();
        clipping.run();
        for (StretchUpdate stretch : stretches) {
            stretch.step(learningRate, iteration, epoch);
        }
    }

    @Override
    public List<OptimizerState> states() {
        List<String> kinds = stretches.isEmpty() ? List.of() : stretches.get(0).kinds();
        return plan.states(kinds, parameters.table());
    }

    @Override
    public void read(OptimizerState kept, float[] target) {
        parameters.copyOut(kept.parameter(), view(kept), target);
    }

    @Override
    public void write(OptimizerState kept, float[] source) {
        parameters.copyIn(kept.parameter(), source, view(kept));
    }

    @Override
    public void close() {
        stretches.forEach(StretchUpdate::close);
        clipping.close();
    }

    private INDArray view(OptimizerState kept) {
        for (StretchUpdate stretch : stretches) {
            if (stretch.parameters().contains(kept.parameter())) {
                long start = stretch.start(kept.partOf(stretch.kinds()));
                return parameters.view(
                        stretch.state(), start - parameters.start(stretch.parameters()), kept.parameter());
            }
        }
        throw new IllegalArgumentException(
                "this optimizer changes no parameter " + kept.parameter().name());
    }
}
