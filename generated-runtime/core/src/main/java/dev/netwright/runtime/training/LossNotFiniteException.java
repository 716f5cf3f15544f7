package dev.netwright.runtime.training;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The loss of a batch is NaN or infinite. The run ends, because further steps would spread it to every parameter. */
public final class LossNotFiniteException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1L;

    private static final List<Fix> FIXES = List.of(
            Fix.of("lower ", Setting.LEARNING_RATE),
            Fix.of("warm up to it"),
            Fix.of("clip gradients with ", Setting.CLIP_GRADIENTS));

    /** The fault without its fix. */
    private final String fault;

    LossNotFiniteException(
            String network, double loss, double learningRate, RunProgress at, String blame, Optional<Path> saved) {
        this(network + ": the loss of batch " + (at.batch() + 1) + " of epoch " + (at.epoch() + 1) + " (step "
                + at.step() + ") is " + loss + ", expected a finite number; " + blame
                + saved.map(file -> ". The run's state before that batch is in " + file)
                        .orElse("")
                + ". The learning rate was " + learningRate);
    }

    private LossNotFiniteException(String fault) {
        super(Fix.text(fault, FIXES, Wording.JAVA));
        this.fault = fault;
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, FIXES, wording);
    }
}
