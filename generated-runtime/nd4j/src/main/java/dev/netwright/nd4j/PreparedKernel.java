package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.TrainingKernel;
import java.util.List;
import java.util.stream.Stream;

/** A kernel that only runs its prepared steps. Each operation's own class prepares them. */
final class PreparedKernel implements TrainingKernel {
    private final String name;
    private final PreparedStep[] forward;
    private final PreparedStep[] backward;
    private final List<Nd4jActivation> tensors;

    /** A kernel of an inference program has no backward steps. */
    PreparedKernel(String name, List<PreparedStep> forward, List<PreparedStep> backward) {
        this(name, forward, backward, List.of());
    }

    private PreparedKernel(
            String name, List<PreparedStep> forward, List<PreparedStep> backward, List<Nd4jActivation> tensors) {
        this.name = name;
        this.forward = forward.toArray(PreparedStep[]::new);
        this.backward = backward.toArray(PreparedStep[]::new);
        this.tensors = tensors;
    }

    /** The same kernel with a record of what it reads and writes. */
    PreparedKernel between(List<Nd4jActivation> inputs, Nd4jActivation output) {
        return new PreparedKernel(
                name,
                List.of(forward),
                List.of(backward),
                Stream.concat(inputs.stream(), Stream.of(output)).toList());
    }

    /** The arrays that it reads and, last, the array that it writes, for code that observes or changes them. */
    List<Nd4jActivation> tensors() {
        return tensors;
    }

    /** The same kernel with more to do at the end of its backward. */
    PreparedKernel withBackwardSteps(List<PreparedStep> more) {
        return new PreparedKernel(
                name,
                List.of(forward),
                Stream.concat(Stream.of(backward), more.stream()).toList(),
                tensors);
    }

    /** This kernel and another behind it as one. */
    PreparedKernel then(PreparedKernel next) {
        return new PreparedKernel(
                name,
                Stream.concat(Stream.of(forward), Stream.of(next.forward)).toList(),
                Stream.concat(Stream.of(next.backward), Stream.of(backward)).toList());
    }

    /** The same kernel with a backward that does nothing. */
    PreparedKernel withoutBackward() {
        return new PreparedKernel(name, List.of(forward), List.of(), tensors);
    }

    @Override
    public void forward() {
        for (PreparedStep step : forward) {
            step.run();
        }
    }

    @Override
    public void backward() {
        for (PreparedStep step : backward) {
            step.run();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
