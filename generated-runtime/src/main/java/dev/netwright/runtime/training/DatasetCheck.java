package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.picture.Normalization;
import java.util.List;
import java.util.Optional;

/** Whether a dataset can be shown to a network at all. */
public final class DatasetCheck {
    private DatasetCheck() {}

    /**
     * Compares the classes' names and order, without which an accuracy would be that of other classes.
     *
     * @throws IllegalArgumentException naming the first class that differs
     */
    public static void requireLabels(String network, List<String> labels, Dataset data) {
        for (int k = 0; k < labels.size(); k++) {
            if (!labels.get(k).equals(data.labels().get(k))) {
                throw new IllegalArgumentException(network + " learned '" + labels.get(k) + "' as class " + k
                        + ", found '" + data.labels().get(k)
                        + "' in the data; give the data the labels of the training data, in their order");
            }
        }
    }

    /**
     * Compares how pixels become numbers in training and in evaluation, if both say so.
     *
     * @throws IllegalArgumentException if they are normalized otherwise
     */
    static void requireSameNormalization(String network, Dataset training, Dataset test) {
        Optional<Normalization> learned = training.preprocessing().map(Preprocessing::normalization);
        Optional<Normalization> judged = test.preprocessing().map(Preprocessing::normalization);
        if (learned.isPresent() && judged.isPresent() && !learned.equals(judged)) {
            throw new SettingException(
                    network + " is to learn images with " + learned.get() + " and to be evaluated on images with "
                            + judged.get(),
                    Fix.of("give the training and the test images the same with ", Setting.NORMALIZED));
        }
    }

    /**
     * Compares image shapes and class counts.
     *
     * @throws IllegalArgumentException naming what differs and the cure
     */
    public static void require(String network, Shape images, int classes, Dataset data) {
        requireFormat(network, images, data);
        if (data.labels().size() != classes) {
            int found = data.labels().size();
            throw new SettingException(
                    network + " tells " + classes + " classes apart, found " + found + " in the data",
                    Fix.of("declare classes = " + found + " in its spec"),
                    Fix.of("choose a network of " + found + " classes with ", Setting.NETWORK));
        }
    }

    /**
     * Compares image shapes alone.
     *
     * @throws IllegalArgumentException naming what differs and the cure
     */
    public static void requireFormat(String network, Shape images, Dataset data) {
        if (data.size() == 0) {
            throw new SettingException(
                    network + " needs at least 1 image, found an empty data set", Fix.of("give it images"));
        }
        ImageFormat format = data.format();
        if (format.channels() != images.channels()) {
            throw new SettingException(
                    network + " takes images of " + images + ", found " + format.channels() + " channels in the data",
                    Fix.of("declare input = @Input(channels = " + format.channels() + ", ...) in its spec"),
                    Fix.of("choose a network of " + format.channels() + " channels with ", Setting.NETWORK));
        }
        if (format.height() != images.height() || format.width() != images.width()) {
            throw new IllegalArgumentException(network + " takes images of " + images + ", found "
                    + format.height() + "x" + format.width() + " in the data; call resize(" + images.height() + ", "
                    + images.width() + ") on it");
        }
    }
}
