package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Scale and offset of one norm, with their gradients in a training program, and its running statistics: each
 * {@code [C]}.
 */
record NormTensors(
        INDArray gamma,
        INDArray beta,
        INDArray runningMean,
        INDArray runningVariance,
        @Nullable INDArray gammaGradientOrNull,
        @Nullable INDArray betaGradientOrNull) {
    static NormTensors training(String norm, Nd4jParameters parameters) {
        return of(norm, parameters, true);
    }

    static NormTensors inference(String norm, Nd4jParameters parameters) {
        return of(norm, parameters, false);
    }

    private static NormTensors of(String norm, Nd4jParameters parameters, boolean training) {
        ParameterTable table = parameters.table();
        Parameter gamma = table.weight(norm);
        Parameter beta = table.tensor(norm + ".bias");
        return new NormTensors(
                parameters.value(gamma),
                parameters.value(beta),
                parameters.value(table.runningMean(norm)),
                parameters.value(table.runningVariance(norm)),
                training ? parameters.gradient(gamma) : null,
                training ? parameters.gradient(beta) : null);
    }

    INDArray gammaGradient() {
        return Objects.requireNonNull(gammaGradientOrNull);
    }

    INDArray betaGradient() {
        return Objects.requireNonNull(betaGradientOrNull);
    }

    long channels() {
        return gamma.length();
    }
}
