package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.option.RunOption;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Training images and options of a run after all checks: they fit each other, the network, and the weights that the run
 * starts from. The training loop accepts nothing else, and no other class checks a run's data.
 */
public final class RunInput {
    private final Dataset data;
    private final Training training;

    private RunInput(Dataset data, Training training) {
        this.data = data;
        this.training = training;
    }

    /**
     * Checks the input of a run, and adapts it where that changes no result: unprepared test images are prepared like
     * the training images, classes with the same names are reordered with their weights in the loss, and a batch holds
     * no more images than there are.
     *
     * @param network the network's input
     * @param data training images
     * @param training options of the run
     * @return the checked input
     * @throws IllegalArgumentException if the data don't fit the network, training and test images contradict each
     *     other (the message shows both), a metric needs test images and there are none, or options don't fit the
     *     network's loss or leave no step
     */
    public static RunInput of(NetworkInput network, Dataset data, Training training) {
        Dataset learned = resumed(network.name(), begun(network, data, training), training);
        DatasetCheck.require(network.name(), network.images(), network.target(), learned);
        DataSignature signature = DataSignature.of(learned);
        Training checked = training.test()
                .map(test -> DatasetCheck.tested(network.name(), network.images(), network.target(), signature, test))
                .map(training::test)
                .orElse(training);
        requireTestImages(network.name(), checked);
        LossOptionsCheck.require(network, data.labels(), checked);
        Training fitting =
                inOrder(data.labels(), learned.labels(), checked).batch(Math.min(checked.batch(), learned.size()));
        requireStep(network.name(), learned.size(), fitting);
        return new RunInput(learned, fitting);
    }

    /** Weights come in the order of the given data, whose classes may have been reordered. */
    private static Training inOrder(List<String> given, List<String> learned, Training training) {
        Training ordered = training;
        for (RunOption<LossWeights> option : List.of(LearningOptions.CLASS_WEIGHTS, LearningOptions.POSITIVE_WEIGHTS)) {
            Optional<LossWeights> weights = training.values().find(option);
            if (weights.isPresent()) {
                ordered = ordered.with(option, weights.get().inOrder(given, learned));
            }
        }
        return ordered;
    }

    private static void requireStep(String network, int images, Training training) {
        if (training.tail() == BatchLoader.Tail.DROP && training.imagesPerStep() > images) {
            throw new SettingException(
                    network + " learns " + images + " images in steps of " + training.accumulated() + " batches of "
                            + training.batch() + ", and a smaller last step is dropped, so there is none",
                    Fix.of("add fewer batches with ", Setting.ACCUMULATION),
                    Fix.of("choose a smaller batch with ", Setting.BATCH),
                    Fix.of("leave out ", Setting.DROP_LAST_BATCH));
        }
    }

    /**
     * Prepares data for the weights that the run starts from. Only the normalization must be the same; sizes may
     * differ, as they do in fine-tuning.
     */
    private static Dataset begun(NetworkInput network, Dataset data, Training training) {
        Optional<DataSignature> start = training.start().flatMap(SavedSignature::of);
        if (start.isEmpty()) {
            return data;
        }
        DataSignature signature = start.get();
        boolean isOfThisSize = signature.preprocessing().isPresent()
                && signature.preprocessing().map(Preprocessing::format).equals(network.pictures());
        Dataset prepared = isOfThisSize && !signature.isAssumed() ? signature.prepared(data) : data;
        signature.requireSameNormalization(network.name(), prepared);
        return inOrder(network.name(), signature, prepared);
    }

    /**
     * Prepares data as the resumed run did. All other differences, and damage to the checkpoint, are reported when the
     * run is opened.
     */
    private static Dataset resumed(String network, Dataset data, Training training) {
        Optional<Path> checkpoint = training.resumedFile()
                .or(() -> training.resumes() ? training.checkpoints().map(Checkpoints::last) : Optional.empty())
                .filter(Files::isRegularFile);
        try {
            return checkpoint
                    .flatMap(SavedSignature::of)
                    .map(signature -> inOrder(network, signature, data))
                    .orElse(data);
        } catch (WeightsException | UncheckedIOException e) {
            return data;
        }
    }

    private static Dataset inOrder(String network, DataSignature signature, Dataset data) {
        return signature.isPermutation(data.labels()) ? signature.inOrder(network, data) : data;
    }

    private static void requireTestImages(String network, Training training) {
        if (training.test().isPresent()) {
            return;
        }
        Stream.of(
                        Optional.of(training.bestMetric()),
                        training.plateau().map(PlateauRule::metric),
                        training.earlyStopping().map(EarlyStopping::metric))
                .flatMap(Optional::stream)
                .filter(Metric::needsTest)
                .findFirst()
                .ifPresent(metric -> {
                    throw new SettingException(
                            network + " compares epochs by " + metric + ", but the run has no test images",
                            Fix.of("give some with ", Setting.TEST_DATA),
                            Fix.of("choose ", Setting.METRIC));
                });
    }

    /**
     * Adds a listener.
     *
     * @param listener the listener
     * @return a changed copy
     */
    public RunInput listener(TrainingListener listener) {
        return new RunInput(data, training.listener(listener));
    }

    /** {@return the training images as the network reads them} */
    public Dataset data() {
        return data;
    }

    /** {@return the options of the run, with the test images as the network reads them and the actual batch size} */
    public Training training() {
        return training;
    }
}
