package dev.netwright.onednn.parameter;

import dev.netwright.runtime.kernel.ParameterTable;

/**
 * A batch norm with running statistics, as a factor and a shift of each channel: {@code factor = gamma / sqrt(var + epsilon)},
 * {@code shift = beta - mean factor}.
 */
public record FoldedNorm(String norm, double epsilon) {
    /** The factors. */
    public float[] factors(OneDnnParameters parameters) {
        ParameterTable table = parameters.table();
        float[] factors = values(parameters, norm + ".weight");
        float[] variance = new float[factors.length];
        parameters.read(table.runningVariance(norm), variance);
        for (int c = 0; c < factors.length; c++) {
            factors[c] = (float) (factors[c] / Math.sqrt(variance[c] + epsilon));
        }
        return factors;
    }

    /** The shifts that go with them, behind a convolution whose own bias is given. */
    public float[] shifts(OneDnnParameters parameters, float[] factors, float[] bias) {
        float[] shifts = values(parameters, norm + ".bias");
        float[] mean = new float[factors.length];
        parameters.read(parameters.table().runningMean(norm), mean);
        for (int c = 0; c < factors.length; c++) {
            shifts[c] += (bias[c] - mean[c]) * factors[c];
        }
        return shifts;
    }

    private static float[] values(OneDnnParameters parameters, String name) {
        var parameter = parameters.table().tensor(name);
        float[] values = new float[parameter.size()];
        parameters.read(parameter, values);
        return values;
    }
}
