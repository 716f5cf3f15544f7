package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weight and bias of one layer, with their gradients in a training program. */
record LayerTensors(
        INDArray weight,
        INDArray bias,
        @Nullable INDArray weightGradientOrNull,
        @Nullable INDArray biasGradientOrNull) {
    static LayerTensors of(String layer, Nd4jParameters parameters, Mode mode) {
        ParameterTable table = parameters.table();
        boolean training = mode == Mode.TRAINING;
        return new LayerTensors(
                parameters.value(table.weight(layer)),
                parameters.value(table.bias(layer)),
                training ? parameters.gradient(table.weight(layer)) : null,
                training ? parameters.gradient(table.bias(layer)) : null);
    }

    boolean isTraining() {
        return weightGradientOrNull != null;
    }

    INDArray weightGradient() {
        return required(weightGradientOrNull);
    }

    INDArray biasGradient() {
        return required(biasGradientOrNull);
    }

    private static INDArray required(@Nullable INDArray gradient) {
        if (gradient == null) {
            throw new IllegalStateException("an inference program computes no gradients");
        }
        return gradient;
    }
}
