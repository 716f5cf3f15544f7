package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Arrays;

/** {@link LayerNorm} and {@link GroupNorm}: each value belongs to a part of its image, whose values are normalized together. */
final class ReferencePartNorm extends ReferenceKernel {
    private final PartOfImage parts;
    private final double epsilon;
    private final ParameterView weight;
    private final ParameterView bias;
    private final double[] mean;
    private final double[] deviation;
    private final double[] count;

    /** The number of the part to which a value belongs. */
    @FunctionalInterface
    private interface PartOfImage {
        int of(int n, int c, int h, int w);
    }

    private ReferencePartNorm(
            ReferenceValue input,
            ReferenceValue output,
            PartOfImage parts,
            int count,
            double epsilon,
            String layer,
            ReferenceParameters parameters) {
        super(input.as(output.shape()), output);
        this.parts = parts;
        this.epsilon = epsilon;
        ParameterTable table = parameters.table();
        weight = parameters.view(table.weight(layer));
        bias = parameters.view(table.bias(layer).orElseThrow());
        mean = new double[count];
        deviation = new double[count];
        this.count = new double[count];
    }

    static ReferencePartNorm of(
            LayerNorm norm, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        Shape shape = output.shape();
        PartOfImage parts = (n, c, h, w) -> (n * shape.height() + h) * shape.width() + w;
        int count = output.value().batch() * shape.height() * shape.width();
        return new ReferencePartNorm(input, output, parts, count, norm.epsilon(), norm.parameterPrefix(), parameters);
    }

    static ReferencePartNorm of(
            GroupNorm norm, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        int inGroup = output.shape().channels() / norm.groups();
        PartOfImage parts = (n, c, h, w) -> n * norm.groups() + c / inGroup;
        int count = output.value().batch() * norm.groups();
        return new ReferencePartNorm(input, output, parts, count, norm.epsilon(), norm.parameterPrefix(), parameters);
    }

    @Override
    void compute() {
        Tensor x = input().value();
        Arrays.fill(mean, 0);
        Arrays.fill(deviation, 0);
        Arrays.fill(count, 0);
        x.forEach((n, c, h, w) -> {
            mean[parts.of(n, c, h, w)] += x.get(n, c, h, w);
            count[parts.of(n, c, h, w)]++;
        });
        for (int part = 0; part < mean.length; part++) {
            mean[part] /= count[part];
        }
        x.forEach((n, c, h, w) ->
                deviation[parts.of(n, c, h, w)] += Math.pow(x.get(n, c, h, w) - mean[parts.of(n, c, h, w)], 2));
        for (int part = 0; part < mean.length; part++) {
            deviation[part] = Math.sqrt(deviation[part] / count[part] + epsilon);
        }
        x.forEach((n, c, h, w) ->
                output().value().set(n, c, h, w, weight.get(c) * normalized(n, c, h, w) + bias.get(c)));
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        double[] gradients = new double[mean.length];
        double[] products = new double[mean.length];
        weight.fillGradient(0);
        bias.fillGradient(0);
        g.forEach((n, c, h, w) -> {
            weight.addGradient(g.get(n, c, h, w) * normalized(n, c, h, w), c);
            bias.addGradient(g.get(n, c, h, w), c);
            gradients[parts.of(n, c, h, w)] += g.get(n, c, h, w) * weight.get(c);
            products[parts.of(n, c, h, w)] += g.get(n, c, h, w) * weight.get(c) * normalized(n, c, h, w);
        });
        if (input().hasGradient()) {
            g.forEach((n, c, h, w) -> {
                int part = parts.of(n, c, h, w);
                double rest = g.get(n, c, h, w) * weight.get(c)
                        - gradients[part] / count[part]
                        - normalized(n, c, h, w) * products[part] / count[part];
                input().gradient().add(n, c, h, w, rest / deviation[part]);
            });
        }
    }

    private double normalized(int n, int c, int h, int w) {
        int part = parts.of(n, c, h, w);
        return (input().value().get(n, c, h, w) - mean[part]) / deviation[part];
    }
}
