package dev.netwright.runtime.network;

import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.DatasetCheck;
import dev.netwright.runtime.training.Training;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data of a run, once they agree with each other and with the weights that it begins with: pictures prepared in one way, and classes in
 * one order.
 *
 * @param data to learn
 * @param training the run's options, its test data as the network will read them
 */
record RunData(Dataset data, Training training) {
    /**
     * Makes them agree where nothing is lost by it: test pictures that nobody has prepared are prepared as those to learn, and classes of the
     * same names are renumbered.
     *
     * @throws IllegalArgumentException if data don't suit the network, or two sides contradict each other, showing both
     */
    static RunData of(NetworkType<?> type, Dataset data, Training training) {
        Dataset learned = resumed(type.name(), begun(type, data, training), training);
        DatasetCheck.require(type.name(), type.images(), type.classes(), learned);
        DataSignature signature = DataSignature.of(learned);
        return training.test()
                .map(test -> DatasetCheck.tested(type.name(), type.images(), signature, test))
                .map(test -> new RunData(learned, training.test(test)))
                .orElseGet(() -> new RunData(learned, training));
    }

    /** As the weights that the run begins with expect them. Steps other than normalization may differ, as sizes do in fine-tuning. */
    private static Dataset begun(NetworkType<?> type, Dataset data, Training training) {
        Optional<DataSignature> start = training.start().flatMap(NetworkFiles::signature);
        if (start.isEmpty()) {
            return data;
        }
        DataSignature signature = start.get();
        Optional<ImageFormat> format = signature.preprocessing().map(Preprocessing::format);
        boolean isOfThisSize =
                format.isPresent() && format.equals(type.usualPreprocessing().map(Preprocessing::format));
        Dataset prepared = isOfThisSize && !signature.isAssumed() ? signature.prepared(data) : data;
        signature.requireSameNormalization(type.name(), prepared);
        return inOrder(type.name(), signature, prepared);
    }

    /** As the run that continues has them. What else differs, and damage to the checkpoint, is reported where the run is opened. */
    private static Dataset resumed(String network, Dataset data, Training training) {
        Optional<Path> checkpoint = training.resumedFile()
                .or(() -> training.resumes() ? training.checkpoints().map(Checkpoints::last) : Optional.empty())
                .filter(Files::isRegularFile);
        try {
            return checkpoint
                    .flatMap(NetworkFiles::signature)
                    .map(signature -> inOrder(network, signature, data))
                    .orElse(data);
        } catch (WeightsException | UncheckedIOException e) {
            return data;
        }
    }

    private static Dataset inOrder(String network, DataSignature signature, Dataset data) {
        return signature.isPermutation(data.labels()) ? signature.inOrder(network, data) : data;
    }
}
