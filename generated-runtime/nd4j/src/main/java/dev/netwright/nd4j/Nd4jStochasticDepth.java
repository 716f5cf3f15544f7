package dev.netwright.nd4j;

import dev.netwright.operation.StochasticDepth;
import dev.netwright.runtime.engine.session.HostArray;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.random.RandomStream;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stochastic depth {@code y[n] = x[n] m[n]} with factors from our own counter-based generator, as {@link Nd4jDropout}. */
final class Nd4jStochasticDepth {
    private Nd4jStochasticDepth() {}

    /** The kernel; {@code factors} is m, {@code [N, 1, 1, 1]}. */
    static PreparedKernel bind(
            StochasticDepth operation,
            Nd4jActivation input,
            Nd4jActivation output,
            INDArray factors,
            StepClock clock,
            BackendPolicy policy) {
        return new PreparedKernel(
                operation.name(),
                List.of(
                        drawing(operation, factors, clock, policy),
                        Nd4jMultiplication.gate(input.value(), factors, output.value(), policy)),
                List.of(
                        input.hasGradient()
                                ? Nd4jMultiplication.gate(output.gradient(), factors, input.gradient(), policy)
                                : PreparedStep.NONE));
    }

    private static PreparedStep drawing(
            StochasticDepth operation, INDArray factors, StepClock clock, BackendPolicy policy) {
        float keepProbability = (float) (1 - operation.rate());
        int stream = RandomStream.dropout(operation.position());
        float[] drawn = new float[Math.toIntExact(factors.length())];
        HostArray target = policy.hostArray(factors);
        return () -> {
            clock.random().fillDropoutMask(stream, clock.step(), keepProbability, drawn, drawn.length);
            target.write(drawn, drawn.length);
        };
    }
}
