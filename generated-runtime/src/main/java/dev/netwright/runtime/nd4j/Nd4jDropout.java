package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.random.RandomStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout {@code y = x m} with a mask from our own counter-based generator: ND4J's {@code dropout} operation draws from a
 * stream of its own, and its CUDA kernel lets every thread loop over all values.
 */
final class Nd4jDropout implements Dropout {
    private final float keepProbability;
    private final int stream;
    private final StepClock clock;
    private final float[] drawn;
    private final HostArray mask;
    private final PreparedStep forward;
    private final PreparedStep backward;

    Nd4jDropout(
            Nd4jActivation input,
            Nd4jActivation output,
            double rate,
            int position,
            INDArray maskArray,
            StepClock clock,
            BackendPolicy policy) {
        keepProbability = (float) (1 - rate);
        stream = RandomStream.dropout(position);
        this.clock = clock;
        drawn = new float[Math.toIntExact(maskArray.length())];
        mask = policy.hostArray(maskArray);
        forward = NativeCall.of("multiply", policy)
                .inputs(input.value(), maskArray)
                .outputs(output.value())
                .build();
        backward = input.hasGradient()
                ? NativeCall.of("multiply", policy)
                        .inputs(output.gradient(), maskArray)
                        .outputs(input.gradient())
                        .build()
                : PreparedStep.NONE;
    }

    @Override
    public void forward() {
        clock.random().fillDropoutMask(stream, clock.step(), keepProbability, drawn, drawn.length);
        mask.write(drawn, drawn.length);
        forward.run();
    }

    @Override
    public void backward() {
        backward.run();
    }
}
