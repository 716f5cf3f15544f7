package dev.netwright.examples.tutorial;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.report.EpochLines;
import dev.netwright.runtime.report.FinalLines;
import dev.netwright.runtime.training.LossAveraging;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.util.function.Consumer;

/** How an experiment trains whatever network, and what it prints of it. */
enum Recipe {
    /** The VGG-11 tutorial: Adam, PyTorch's initial values, the mean of the batches' losses, a line for each epoch. */
    VGG_TUTORIAL {
        @Override
        Training training(double rate, int epochs) {
            return Training.with(Optimizer.adam(rate)).epochs(epochs).lossAveraging(LossAveraging.BATCHES);
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return new EpochLines(out);
        }
    },
    /** {@code train_ch6} of d2l.ai: plain SGD, Xavier's initial values, two lines after the last epoch. */
    D2L {
        @Override
        Training training(double rate, int epochs) {
            return Training.with(Optimizer.sgd(rate)).epochs(epochs).initializer(Initializer.XAVIER_UNIFORM);
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return FinalLines.d2l(out);
        }
    },
    /** The same as the notes on d2l.ai wrote it down, which print with other spaces. */
    D2L_NOTES {
        @Override
        Training training(double rate, int epochs) {
            return D2L.training(rate, epochs);
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return FinalLines.notes(out);
        }
    },
    /** {@link ShortModernRecipe}: its options, then a line for each epoch. */
    MODERN {
        @Override
        Training training(double rate, int epochs) {
            return ShortModernRecipe.training(rate, epochs);
        }

        @Override
        ImageDataset prepared(ImageDataset train, int size) {
            return ShortModernRecipe.prepared(train, size);
        }

        @Override
        ImageDataset evaluated(ImageDataset test, int size) {
            return test;
        }

        @Override
        TrainingListener lines(Consumer<String> out) {
            return new EpochLines(out);
        }
    };

    /** Everything but batch and seed. */
    abstract Training training(double rate, int epochs);

    /** The training images as the network takes them. */
    ImageDataset prepared(ImageDataset train, int size) {
        return train.resize(size);
    }

    /** The test images; if nothing is done to them here, they are prepared as the training images are in evaluation. */
    ImageDataset evaluated(ImageDataset test, int size) {
        return test.resize(size);
    }

    abstract TrainingListener lines(Consumer<String> out);

    /** Whether the lines have one for each epoch. */
    boolean printsEpochs() {
        return this == VGG_TUTORIAL || this == MODERN;
    }
}
