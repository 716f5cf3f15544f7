package dev.netwright.runtime.training;

import java.nio.file.Path;
import java.util.Optional;

/** The loss of a batch is NaN or infinite: learning on would only spread it. */
public final class LossNotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LossNotFiniteException(
            String network, double loss, double learningRate, RunProgress at, String blame, Optional<Path> saved) {
        super(network + ": the loss of batch " + (at.batch() + 1) + " of epoch " + (at.epoch() + 1) + " (step "
                + at.step() + ") is "
                + loss + ", expected a finite number; " + blame + ". The learning rate was " + learningRate
                + ": choose a lower one, warm up to it, or clip gradients (Training.clipGradientNorm)"
                + saved.map(file -> ". The run as it was before that batch is in " + file)
                        .orElse(""));
    }
}
