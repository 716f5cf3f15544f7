package dev.netwright.runtime.kernel;

import java.util.Objects;
import java.util.function.Function;

/** How a network's two programs bind themselves; the same program may be bound many times. */
public record Programs(Function<Binding, TrainingProgram> training, Function<Binding, InferenceProgram> inference) {
    /** Binds one of them for its effect on the binding. */
    public void describe(Mode mode, Binding binding) {
        Object program = mode == Mode.TRAINING ? training.apply(binding) : inference.apply(binding);
        Objects.requireNonNull(program);
    }
}
