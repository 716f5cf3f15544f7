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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.HostVector;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PieceMeans;
import dev.netwright.onednn.step.Pieces;
import dev.netwright.onednn.step.SlabLoop;
import dev.netwright.onednn.step.Step;
import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.binary;

/**
 * The sums of a batch norm in {@link Pieces}: the library's own run float by float over batch and map. With {@code m} values in a channel,
 * {@code c = x - mean}, {@code r = 1 / sqrt(var + epsilon)} and gradients g behind the rectifier: {@code gradBeta = sum of g},
 * {@code gradGamma = r sum of g c}, {@code gradInput = gamma r g - gamma r / m (gradBeta + c r gradGamma)}.
 *
 * <p>Means and variances of the pieces come from the library's norm of each of them, with which it has no sums to make but short ones;
 * backward's two sums and the first term of the input's gradient from its backward with given statistics, and the second term is a norm of x
 * with a scale and a shift of its own.
 */
public final class NormInPieces {
    private final KernelBuilder kernel;
    private final Tensor x;
    private final Pieces pieces;
    private final float epsilon;
    private final int rectifier;
    private final Parameter weight;
    private final Parameter bias;
    private final BatchStatistics statistics;

    /**
     * The sums of one norm.
     *
     * @param x in a layout of {@link Pieces#layout}
     * @param rectifier the library's flag of a rectifier behind the norm, or 0
     */
    NormInPieces(KernelBuilder kernel, Tensor x, float epsilon, int rectifier, Parameter weight, Parameter bias) {
        this.kernel = kernel;
        this.x = x;
        this.epsilon = epsilon;
        this.rectifier = rectifier;
        this.weight = weight;
        this.bias = bias;
        pieces = Pieces.of(x.layout());
        statistics = new BatchStatistics(pieces, epsilon);
    }

    /**
     * Adds the statistics of the batch to the forward pass.
     *
     * @param shift beta, and what makes up for the mean's rounding
     */
    void addStatistics(Tensor mean, Tensor variance, Tensor shift) {
        Pass pass = kernel.forward();
        Tensor normalized = slab(pass);
        Tensor means = numbers(pass);
        Tensor variances = numbers(pass);
        Tensor rests = numbers(pass);
        pieces.addTo(pass, (loop, blocks) -> {
            batch_normalization_forward.primitive_desc norm = forward(dnnl_forward_training, blocks, 0);
            loop.add(
                    norm,
                    () -> new batch_normalization_forward(norm),
                    List.of(
                            pieces.values(DNNL_ARG_SRC, blocks, x),
                            SlabLoop.Argument.fixed(DNNL_ARG_DST, pieces.values(blocks), normalized),
                            pieces.numbers(DNNL_ARG_MEAN, blocks, means),
                            pieces.numbers(DNNL_ARG_VARIANCE, blocks, variances)));
            PieceMeans.add(loop, pieces, blocks, normalized, rests);
        });
        pass.host(
                memory -> {
                    HostVector foundMeans = HostVector.of(means, memory);
                    HostVector foundVariances = HostVector.of(variances, memory);
                    HostVector foundRests = HostVector.of(rests, memory);
                    HostVector gamma = HostVector.of(kernel.parameters().value(weight), memory);
                    HostVector beta = HostVector.of(kernel.parameters().value(bias), memory);
                    HostVector meanTarget = HostVector.of(mean, memory);
                    HostVector varianceTarget = HostVector.of(variance, memory);
                    HostVector shiftTarget = HostVector.of(shift, memory);
                    return () -> {
                        statistics.combine(foundMeans.read(), foundVariances.read(), foundRests.read());
                        float[] scales = gamma.read();
                        float[] shifts = beta.read();
                        for (int c = 0; c < scales.length; c++) {
                            meanTarget.values()[c] = (float) statistics.mean(c);
                            varianceTarget.values()[c] = (float) statistics.variance(c);
                            shiftTarget.values()[c] = (float) (shifts[c] - scales[c] * statistics.normalizedRest(c));
                        }
                        meanTarget.write();
                        varianceTarget.write();
                        shiftTarget.write();
                    };
                },
                means,
                variances,
                rests,
                mean,
                variance,
                shift);
    }

    /**
     * Adds the gradients of scale and shift to the backward pass.
     *
     * @param g gradients of the output, in the layout of x
     * @param mask where the rectifier let values pass
     */
    void addGradients(Tensor g, Tensor mask) {
        backward(g, mask, slab(kernel.backward()), 0);
    }

    /** The same, and the gradient of x. */
    void addGradients(Tensor g, Tensor mask, Tensor target) {
        Pass pass = kernel.backward();
        Spread spread = backward(g, mask, target, pieces.blocksOfSlab() * pieces.bytesOfBlock());
        Tensor corrections = slab(pass);
        pieces.addTo(pass, (loop, blocks) -> {
            int flags = dnnl_use_scale | dnnl_use_shift | dnnl_use_global_stats;
            batch_normalization_forward.primitive_desc norm = forward(dnnl_forward_inference, blocks, flags);
            loop.add(
                    norm,
                    () -> new batch_normalization_forward(norm),
                    List.of(
                            pieces.values(DNNL_ARG_SRC, blocks, x),
                            SlabLoop.Argument.fixed(DNNL_ARG_DST, pieces.values(blocks), corrections),
                            pieces.pattern(DNNL_ARG_MEAN, blocks, spread.mean()),
                            pieces.pattern(DNNL_ARG_VARIANCE, blocks, spread.variance()),
                            pieces.pattern(DNNL_ARG_SCALE, blocks, spread.scale()),
                            pieces.pattern(DNNL_ARG_SHIFT, blocks, spread.shift())));
            Layout values = pieces.values(blocks);
            binary.primitive_desc sum = new binary.primitive_desc(
                    new binary.desc(dnnl_binary_add, values.description(), values.description(), values.description()),
                    Attributes.plain(),
                    OneDnn.loaded().engine(),
                    false);
            loop.add(
                    sum,
                    () -> new binary(sum),
                    List.of(
                            pieces.values(DNNL_ARG_SRC_0, blocks, target),
                            SlabLoop.Argument.fixed(DNNL_ARG_SRC_1, values, corrections),
                            pieces.values(DNNL_ARG_DST, blocks, target)));
        });
    }

    /** Numbers of each channel in the order of the pieces. */
    private record Spread(Tensor mean, Tensor variance, Tensor scale, Tensor shift) {}

    /** Adds the sums, and the first term of the gradient of x, which goes to {@code target} in steps of so many bytes. */
    private Spread backward(Tensor g, Tensor mask, Tensor target, long targetStep) {
        Pass pass = kernel.backward();
        Spread spread = new Spread(pattern(pass), pattern(pass), pattern(pass), pattern(pass));
        pass.host(
                memory -> spreading(spread, memory), spread.mean(), spread.variance(), spread.scale(), spread.shift());
        Tensor products = numbers(pass);
        Tensor sums = numbers(pass);
        pieces.addTo(pass, (loop, blocks) -> {
            Layout values = pieces.values(blocks);
            int flags = dnnl_use_scale | dnnl_use_shift | dnnl_use_global_stats | rectifier;
            batch_normalization_forward.primitive_desc hint = forward(dnnl_forward_training, blocks, flags);
            batch_normalization_backward.primitive_desc norm = new batch_normalization_backward.primitive_desc(
                    new batch_normalization_backward.desc(
                            dnnl_backward, values.description(), values.description(), epsilon, flags),
                    Attributes.plain(),
                    OneDnn.loaded().engine(),
                    hint,
                    false);
            List<SlabLoop.Argument> arguments = new ArrayList<>(List.of(
                    pieces.values(DNNL_ARG_SRC, blocks, x),
                    pieces.values(DNNL_ARG_DIFF_DST, blocks, g),
                    SlabLoop.Argument.moving(DNNL_ARG_DIFF_SRC, values, target, targetStep),
                    pieces.pattern(DNNL_ARG_MEAN, blocks, spread.mean()),
                    pieces.pattern(DNNL_ARG_VARIANCE, blocks, spread.variance()),
                    pieces.pattern(DNNL_ARG_SCALE, blocks, spread.scale()),
                    pieces.pattern(DNNL_ARG_SHIFT, blocks, spread.shift()),
                    pieces.numbers(DNNL_ARG_DIFF_SCALE, blocks, products),
                    pieces.numbers(DNNL_ARG_DIFF_SHIFT, blocks, sums)));
            if (mask.layout().bytes() > 0) {
                long step = mask.layout().bytes() / pieces.blocks() * pieces.blocksOfSlab();
                arguments.add(
                        SlabLoop.Argument.moving(DNNL_ARG_WORKSPACE, new Layout(hint.workspace_desc()), mask, step));
            }
            loop.add(norm, () -> new batch_normalization_backward(norm), arguments);
        });
        pass.host(memory -> combining(products, sums, spread, memory), products, sums, spread.scale(), spread.shift());
        return spread;
    }

    /** Statistics and gamma for the library's backward. */
    private Step spreading(Spread spread, BindingMemory memory) {
        HostVector gamma = HostVector.of(kernel.parameters().value(weight), memory);
        HostVector mean = HostVector.of(spread.mean(), memory);
        HostVector variance = HostVector.of(spread.variance(), memory);
        HostVector scale = HostVector.of(spread.scale(), memory);
        float[] ofChannels = new float[pieces.channels()];
        return () -> {
            for (int c = 0; c < ofChannels.length; c++) {
                ofChannels[c] = (float) statistics.mean(c);
            }
            pieces.spread(ofChannels, mean.values());
            for (int c = 0; c < ofChannels.length; c++) {
                ofChannels[c] = (float) statistics.variance(c);
            }
            pieces.spread(ofChannels, variance.values());
            pieces.spread(gamma.read(), scale.values());
            mean.write();
            variance.write();
            scale.write();
        };
    }

    /** The gradients of scale and shift; and the second term's scale and shift. */
    private Step combining(Tensor products, Tensor sums, Spread spread, BindingMemory memory) {
        HostVector foundProducts = HostVector.of(products, memory);
        HostVector foundSums = HostVector.of(sums, memory);
        HostVector gamma = HostVector.of(kernel.parameters().value(weight), memory);
        HostVector gradGamma = HostVector.of(kernel.parameters().gradient(weight), memory);
        HostVector gradBeta = HostVector.of(kernel.parameters().gradient(bias), memory);
        HostVector scale = HostVector.of(spread.scale(), memory);
        HostVector shift = HostVector.of(spread.shift(), memory);
        float[] scales = new float[pieces.channels()];
        float[] shifts = new float[pieces.channels()];
        return () -> {
            statistics.combineGradients(foundProducts.read(), foundSums.read());
            gamma.read();
            for (int c = 0; c < scales.length; c++) {
                double ofScale = statistics.gradientOfScale(c);
                double ofShift = statistics.gradientOfShift(c);
                double factor = -gamma.values()[c] * statistics.inverseDeviation(c) / pieces.valuesOfChannel();
                gradGamma.values()[c] = (float) ofScale;
                gradBeta.values()[c] = (float) ofShift;
                scales[c] = (float) (factor * ofScale);
                shifts[c] = (float) (factor * (ofShift - statistics.normalizedRest(c) * ofScale));
            }
            gradGamma.write();
            gradBeta.write();
            pieces.spread(scales, scale.values());
            pieces.spread(shifts, shift.values());
            scale.write();
            shift.write();
        };
    }

    private batch_normalization_forward.primitive_desc forward(int propagation, int blocks, int flags) {
        return new batch_normalization_forward.primitive_desc(
                new batch_normalization_forward.desc(
                        propagation, pieces.values(blocks).description(), epsilon, flags),
                Attributes.plain(),
                OneDnn.loaded().engine(),
                false);
    }

    private Tensor slab(Pass pass) {
        return pass.scratch(pieces.values(pieces.blocksOfSlab()));
    }

    private Tensor numbers(Pass pass) {
        return pass.scratch(pieces.vector(pieces.blocks()));
    }

    private Tensor pattern(Pass pass) {
        return pass.scratch(pieces.pattern());
    }
}
