package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.parameter.FoldedNorm;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.onednn.step.Step;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Small weights of a prediction that a binding has for itself: a norm's numbers, or a matrix in the order of its images' blocks. They are
 * made again when a parameter has changed since.
 */
public final class PreparedWeights {
    private final BindingPlan plan;
    private final Tensor weight;
    private final Optional<Tensor> bias;
    private final Consumer<BindingMemory> preparation;

    private PreparedWeights(
            BindingPlan plan, Tensor weight, Optional<Tensor> bias, Consumer<BindingMemory> preparation) {
        this.plan = plan;
        this.weight = weight;
        this.bias = bias;
        this.preparation = preparation;
    }

    /** A matrix's stored weights with columns in the order in which images of this shape lie in blocks of channels. */
    static PreparedWeights ofBlocks(BindingPlan plan, Parameter parameter, Layout wanted, Shape image) {
        Tensor weight = new Tensor(wanted, plan.own(wanted.bytes()));
        long[] rows = {parameter.shape().get(0), image.channels(), image.height(), image.width()};
        return new PreparedWeights(plan, weight, Optional.empty(), memory -> {
            float[] values = new float[parameter.size()];
            plan.parameters().read(parameter, values);
            Reordering.rearrange(values, Layout.plain(rows), Layout.blocked(rows));
            Reordering.fill(weight, values, memory);
        });
    }

    /** The bias {@code shift + factor b} of a convolution with a norm behind it, whose factors are in the weights. */
    static PreparedWeights ofFoldedBias(
            BindingPlan plan, int channels, Optional<Parameter> parameter, FoldedNorm norm) {
        Layout vector = Layout.plain(channels);
        Tensor bias = new Tensor(vector, plan.own(vector.bytes()));
        return new PreparedWeights(plan, bias, Optional.empty(), memory -> {
            float[] own = new float[channels];
            parameter.ifPresent(present -> plan.parameters().read(present, own));
            float[] factors = norm.factors(plan.parameters());
            Reordering.fill(bias, norm.shifts(plan.parameters(), factors, own), memory);
        });
    }

    /** The factors and shifts of a norm that stands by itself, a row each. */
    static PreparedWeights of(BindingPlan plan, int channels, FoldedNorm norm) {
        Layout row = Layout.plain(1, channels);
        Tensor factor = new Tensor(row, plan.own(row.bytes()));
        Tensor shift = new Tensor(row, plan.own(row.bytes()));
        return new PreparedWeights(plan, factor, Optional.of(shift), memory -> {
            float[] factors = norm.factors(plan.parameters());
            Reordering.fill(factor, factors, memory);
            Reordering.fill(shift, norm.shifts(plan.parameters(), factors, new float[channels]), memory);
        });
    }

    Tensor weight() {
        return weight;
    }

    Tensor bias() {
        return bias.orElseThrow();
    }

    /** Makes them if they are missing or old. */
    PlannedStep refresh() {
        return memory -> new Step() {
            private long seen = -1;

            @Override
            public void run() {
                long version = plan.parameters().version();
                if (version != seen) {
                    preparation.accept(memory);
                    seen = version;
                }
            }
        };
    }
}
