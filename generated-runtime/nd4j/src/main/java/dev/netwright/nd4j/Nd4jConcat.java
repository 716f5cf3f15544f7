package dev.netwright.nd4j;

import dev.netwright.operation.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins inputs along the channels. One that is a slice of the output is in its place already; the others are copied.
 */
final class Nd4jConcat {
    private Nd4jConcat() {}

    static PreparedKernel bind(
            String layer, Nd4jActivation output, List<Nd4jActivation> inputs, Mode mode, BackendPolicy policy) {
        List<PreparedStep> forward = new ArrayList<>();
        List<PreparedStep> backward = new ArrayList<>();
        if (mode == Mode.TRAINING) {
            backward.add(PreparedStep.NONE);
        }
        int channel = 0;
        for (Nd4jActivation input : inputs) {
            Nd4jActivation place = output.slice(channel, input.shape());
            forward.add(Elementwise.copy(input.value(), place.value(), policy));
            if (mode == Mode.TRAINING && input.hasGradient()) {
                backward.add(Elementwise.copy(place.gradient(), input.gradient(), policy));
            }
            channel += input.shape().channels();
        }
        return new PreparedKernel(layer, forward, backward);
    }
}
