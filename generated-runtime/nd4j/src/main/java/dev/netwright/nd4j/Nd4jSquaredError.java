package dev.netwright.nd4j;

import dev.netwright.runtime.engine.session.HostArray;
import dev.netwright.runtime.kernel.LossKernel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;

/** {@code loss = factor sum of (y - t)^2}, summed in double on the host; {@code gradOutput = 2 factor (y - t)}. */
final class Nd4jSquaredError implements LossKernel {
    private final double factor;
    private final float[] differences;
    private final HostArray differenceArray;
    private final PreparedStep subtract;
    private final PreparedStep scale;

    /**
     * Binds the kernel.
     *
     * @param difference {@code [N, C H W]}, kept for backward
     * @param target {@code [N, C H W]}, written by the host
     */
    Nd4jSquaredError(Nd4jActivation output, INDArray difference, INDArray target, double factor, BackendPolicy policy) {
        this.factor = factor;
        differences = new float[Math.toIntExact(difference.length())];
        differenceArray = policy.hostArray(difference);
        subtract = Elementwise.binary("subtract", output.rows(), target, difference, policy);
        scale = Elementwise.over(
                arrays -> NativeCall.legacy(new ScalarMultiplication(arrays[0], null, arrays[1], 2 * factor)),
                difference,
                output.gradientRows());
    }

    @Override
    public void forward() {
        subtract.run();
        differenceArray.read(differences);
    }

    @Override
    public void backward() {
        scale.run();
    }

    @Override
    public double value() {
        double sum = 0;
        for (float difference : differences) {
            sum += (double) difference * difference;
        }
        return factor * sum;
    }

    @Override
    public int correct() {
        return 0;
    }
}
