package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;

/**
 * Batch norm with running statistics as one product and one sum: {@code scale = gamma / sqrt(runningVar + epsilon)},
 * {@code shift = beta - runningMean scale}, {@code y = f(x scale + shift)}. Scale and shift are computed at every
 * forward, since the statistics and parameters move between two of them.
 */
final class Nd4jInferenceNorm {
    private final NormTensors tensors;
    private final double epsilon;
    private final INDArray scale;
    private final INDArray shift;
    private final Scratch scratch;
    private final BackendPolicy policy;

    Nd4jInferenceNorm(NormTensors tensors, double epsilon, Scratch scratch, BackendPolicy policy) {
        this.tensors = tensors;
        this.epsilon = epsilon;
        this.policy = policy;
        this.scratch = scratch;
        scale = scratch.view(0, tensors.channels());
        shift = scratch.view(FlatArray.aligned(tensors.channels()), tensors.channels());
    }

    /** Floats of scratch: scale and shift. */
    static long scratchFloats(int channels) {
        return 2 * FlatArray.aligned(channels);
    }

    /** {@code y = f(norm(x))}; both may be in the same place. */
    List<PreparedStep> steps(INDArray x, INDArray y, ActivationFunction function) {
        List<PreparedStep> steps = new ArrayList<>(List.of(
                NativeCall.legacy(new ScalarAdd(tensors.runningVariance(), null, scale, epsilon)),
                NativeCall.legacy(new Pow(scale, scale, -0.5)),
                Elementwise.binary("multiply", scale, tensors.gamma(), scale, policy),
                Elementwise.binary("multiply", scale, tensors.runningMean(), shift, policy),
                Elementwise.binary("subtract", tensors.beta(), shift, shift, policy),
                ChannelScale.multiply(x, scale, y, policy),
                ChannelScale.add(y, shift, y, policy)));
        steps.addAll(InPlaceActivation.forward(function, y, scratch, policy));
        return steps;
    }
}
