package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weight of one layer and its bias, if it has one, with their gradients in a training program. */
record LayerTensors(
        INDArray weight,
        @Nullable INDArray biasOrNull,
        @Nullable INDArray weightGradientOrNull,
        @Nullable INDArray biasGradientOrNull) {
    static LayerTensors of(String layer, Nd4jParameters parameters, Mode mode) {
        ParameterTable table = parameters.table();
        boolean training = mode == Mode.TRAINING;
        Parameter weight = table.weight(layer);
        Optional<Parameter> bias = table.bias(layer);
        return new LayerTensors(
                parameters.value(weight),
                bias.map(parameters::value).orElse(null),
                training ? parameters.gradient(weight) : null,
                training ? bias.map(parameters::gradient).orElse(null) : null);
    }

    boolean isTraining() {
        return weightGradientOrNull != null;
    }

    INDArray weightGradient() {
        if (weightGradientOrNull == null) {
            throw new IllegalStateException("an inference program computes no gradients");
        }
        return weightGradientOrNull;
    }

    /** The bias of a layer that always has one. */
    INDArray bias() {
        return Objects.requireNonNull(biasOrNull, "the layer has no bias");
    }

    /** The gradient of {@link #bias()}. */
    INDArray biasGradient() {
        return Objects.requireNonNull(biasGradientOrNull, "an inference program computes no gradients");
    }

    /** The weight, and the bias if there is one. */
    INDArray[] values() {
        return present(weight, biasOrNull);
    }

    /** The gradients of {@link #values()}. */
    INDArray[] gradients() {
        return present(weightGradient(), biasGradientOrNull);
    }

    /** The weight alone. */
    LayerTensors withoutBias() {
        return new LayerTensors(weight, null, weightGradientOrNull, null);
    }

    /** Those of one of several groups of equally many outputs. */
    LayerTensors group(int number, int groups) {
        return new LayerTensors(
                part(weight, number, groups),
                biasOrNull == null ? null : part(biasOrNull, number, groups),
                weightGradientOrNull == null ? null : part(weightGradientOrNull, number, groups),
                biasGradientOrNull == null ? null : part(biasGradientOrNull, number, groups));
    }

    private static INDArray part(INDArray tensor, int number, int groups) {
        long[] shape = tensor.shape().clone();
        shape[0] /= groups;
        return ImageViews.part(tensor, number * shape[0] * tensor.stride(0), shape);
    }

    private static INDArray[] present(INDArray weight, @Nullable INDArray bias) {
        return bias == null ? new INDArray[] {weight} : new INDArray[] {weight, bias};
    }
}
