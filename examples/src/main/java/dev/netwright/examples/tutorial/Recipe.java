package dev.netwright.examples.tutorial;

import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.report.EpochLines;
import dev.netwright.runtime.report.FinalLines;
import dev.netwright.runtime.training.LossAveraging;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.util.function.Consumer;

/** How a tutorial trains whatever network, and what it prints of it. */
enum Recipe {
    /** The VGG-11 tutorial: Adam, PyTorch's initial values, the mean of the batches' losses, a line for each epoch. */
    VGG_TUTORIAL {
        @Override
        Training training(double rate) {
            return Training.with(Optimizer.adam(rate)).lossAveraging(LossAveraging.BATCHES);
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return new EpochLines(out);
        }
    },
    /** {@code train_ch6} of d2l.ai: plain SGD, Xavier's initial values, two lines after the last epoch. */
    D2L {
        @Override
        Training training(double rate) {
            return Training.with(Optimizer.sgd(rate)).initializer(Initializer.XAVIER_UNIFORM);
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return FinalLines.d2l(out);
        }
    },
    /** The same as the notes on d2l.ai wrote it down, which print with other spaces. */
    D2L_NOTES {
        @Override
        Training training(double rate) {
            return D2L.training(rate);
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return FinalLines.notes(out);
        }
    };

    /** Everything but epochs, batch and seed. */
    abstract Training training(double rate);

    abstract TrainingListener lines(Consumer<String> out);
}
