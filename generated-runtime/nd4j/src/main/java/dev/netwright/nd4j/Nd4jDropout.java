package dev.netwright.nd4j;

import dev.netwright.runtime.engine.session.HostArray;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.random.RandomStream;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout {@code y = x m} with a mask from our own counter-based generator: ND4J's {@code dropout} operation draws from
 * a stream of its own, and its CUDA kernel lets every thread loop over all values.
 */
final class Nd4jDropout {
    private Nd4jDropout() {}

    static PreparedKernel bind(
            String layer,
            Nd4jActivation input,
            Nd4jActivation output,
            double rate,
            int position,
            INDArray mask,
            StepClock clock,
            BackendPolicy policy) {
        return new PreparedKernel(
                layer,
                List.of(
                        drawing(rate, position, mask, clock, policy),
                        Elementwise.binary("multiply", input.value(), mask, output.value(), policy)),
                List.of(
                        input.hasGradient()
                                ? Elementwise.binary("multiply", output.gradient(), mask, input.gradient(), policy)
                                : PreparedStep.NONE));
    }

    private static PreparedStep drawing(
            double rate, int position, INDArray mask, StepClock clock, BackendPolicy policy) {
        float keepProbability = (float) (1 - rate);
        int stream = RandomStream.dropout(position);
        float[] drawn = new float[Math.toIntExact(mask.length())];
        HostArray target = policy.hostArray(mask);
        return () -> {
            clock.random().fillDropoutMask(stream, clock.step(), keepProbability, drawn, drawn.length);
            target.write(drawn, drawn.length);
        };
    }
}
