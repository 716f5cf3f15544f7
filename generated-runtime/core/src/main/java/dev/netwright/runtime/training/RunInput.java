package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run learns and how, once data and options agree with each other, with the network, and with the weights that the run begins with. There is
 * no other way into the training loop, and no other check of a run's data.
 */
public final class RunInput {
    private final Dataset data;
    private final Training training;

    private RunInput(Dataset data, Training training) {
        this.data = data;
        this.training = training;
    }

    /**
     * Makes them agree where nothing is lost by it: test pictures that nobody has prepared are prepared as those to learn, classes of the same
     * names are renumbered, and a batch takes no more images than there are.
     *
     * @throws IllegalArgumentException if data don't suit the network, two sides contradict each other, showing both, or a metric needs test
     *     images that there aren't
     */
    public static RunInput of(NetworkInput network, Dataset data, Training training) {
        Dataset learned = resumed(network.name(), begun(network, data, training), training);
        DatasetCheck.require(network.name(), network.images(), network.classes(), learned);
        DataSignature signature = DataSignature.of(learned);
        Training checked = training.test()
                .map(test -> DatasetCheck.tested(network.name(), network.images(), signature, test))
                .map(training::test)
                .orElse(training);
        requireTestImages(network.name(), checked);
        return new RunInput(learned, checked.batch(Math.min(checked.batch(), learned.size())));
    }

    /** As the weights that the run begins with expect them. Steps other than normalization may differ, as sizes do in fine-tuning. */
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

    /** As the run that continues has them. What else differs, and damage to the checkpoint, is reported where the run is opened. */
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
                            network + " is to be evaluated by " + metric + ", but has no test images",
                            Fix.of("give some with ", Setting.TEST_DATA),
                            Fix.of("choose ", Setting.METRIC));
                });
    }

    /** The same with one more listener. */
    public RunInput listener(TrainingListener listener) {
        return new RunInput(data, training.listener(listener));
    }

    /** What is learned, as the network reads it. */
    public Dataset data() {
        return data;
    }

    /** How: the test images as the network reads them, and the batch that is learned. */
    public Training training() {
        return training;
    }
}
