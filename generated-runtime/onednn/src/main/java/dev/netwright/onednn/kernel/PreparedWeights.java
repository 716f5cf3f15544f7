package dev.netwright.onednn.kernel;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.onednn.step.Step;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Weights of a prediction that aren't as they are stored: in another layout, or with a batch norm in them. They are made again when
 * a parameter has changed since.
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

    /** The stored weights in another layout, groups as a dimension of their own if it has one. */
    static PreparedWeights copied(BindingPlan plan, Parameter parameter, Layout wanted) {
        Tensor weight = new Tensor(wanted, plan.own(wanted.bytes()));
        return new PreparedWeights(plan, weight, Optional.empty(), memory -> {
            float[] values = new float[parameter.size()];
            plan.parameters().read(parameter, values);
            Reordering.fill(weight, values, memory);
        });
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

    /** {@code factor w} and {@code shift + factor b} of a norm behind the convolution. */
    static PreparedWeights folded(
            BindingPlan plan,
            Parameter weightParameter,
            Optional<Parameter> biasParameter,
            FoldedNorm norm,
            Layout wanted) {
        Tensor weight = new Tensor(wanted, plan.own(wanted.bytes()));
        int channels = weightParameter.shape().get(0);
        Layout vector = Layout.plain(channels);
        Tensor bias = new Tensor(vector, plan.own(vector.bytes()));
        return new PreparedWeights(plan, weight, Optional.of(bias), memory -> {
            float[] values = new float[weightParameter.size()];
            plan.parameters().read(weightParameter, values);
            float[] factors = norm.factors(plan.parameters());
            scale(values, factors);
            Reordering.fill(weight, values, memory);
            float[] own = new float[channels];
            biasParameter.ifPresent(parameter -> plan.parameters().read(parameter, own));
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

    private static void scale(float[] values, float[] factors) {
        int size = values.length / factors.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i / size];
        }
    }
}
