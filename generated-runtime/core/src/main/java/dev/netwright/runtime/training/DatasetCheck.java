package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Target;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;

/** Checks that a dataset fits a network. */
public final class DatasetCheck {
    private DatasetCheck() {}

    /**
     * Prepares a dataset for evaluation or prediction. Unprepared pictures are prepared as the network's training
     * images were.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param signature preprocessing and classes of the data that the network was trained on
     * @param data the dataset
     * @return the dataset as the network reads it
     * @throws IllegalArgumentException if the images don't fit the network, or were prepared differently; the message
     *     shows both
     */
    public static Dataset prepared(String network, Shape images, DataSignature signature, Dataset data) {
        Dataset prepared = signature.prepared(data);
        requireFormat(network, images, prepared);
        signature.requireSamePreprocessing(network, prepared);
        return prepared;
    }

    /**
     * Prepares a dataset for evaluation: as {@link #prepared} does, and with its classes in the network's order. A
     * network whose classes are only numbered accepts any dataset with the same number of classes.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param target what the network learns of each image
     * @param signature preprocessing and classes of the data that the network was trained on
     * @param data the dataset
     * @return the dataset as the network reads it
     * @throws IllegalArgumentException as {@link #prepared} does, and if the targets or their names differ
     */
    public static Dataset evaluated(
            String network, Shape images, Target target, DataSignature signature, Dataset data) {
        Dataset prepared = prepared(network, images, signature, data);
        require(network, images, target, prepared);
        boolean isUnnamed = signature.isNumbered() && !signature.isPermutation(prepared.labels());
        return isUnnamed ? prepared : signature.inOrder(network, prepared);
    }

    /**
     * Prepares a run's test images: like {@link #prepared}, with the preprocessing of the training images, and with the
     * same classes in the same order.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param target what the network learns of each image
     * @param signature preprocessing and classes of the training images
     * @param test the test images
     * @return the test images as the network reads them
     * @throws IllegalArgumentException as {@link #prepared} does, and if the classes differ
     */
    public static Dataset tested(String network, Shape images, Target target, DataSignature signature, Dataset test) {
        Dataset prepared = prepared(network, images, signature, test);
        require(network, images, target, prepared);
        return signature.inOrder(network, prepared);
    }

    /**
     * Requires images of the network's format, and targets of the kind and number that it learns.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param target what the network learns of each image
     * @param data the dataset
     * @throws IllegalArgumentException if the data doesn't fit; the message shows both and the fix
     */
    public static void require(String network, Shape images, Target target, Dataset data) {
        if (target instanceof Target.OneClass ofClasses && data.target() instanceof Target.OneClass) {
            require(network, images, ofClasses.classes(), data);
            return;
        }
        requireFormat(network, images, data);
        Target found = data.target();
        if (found.getClass() != target.getClass()) {
            throw new SettingException(
                    network + " learns " + target.text() + ", found data with " + found.text() + " for each picture",
                    Fix.of("give it data with " + target.text()),
                    Fix.of("declare a loss for " + found.text() + " in its spec: " + losses(found)));
        }
        if (!found.equals(target)) {
            throw new SettingException(
                    network + " learns " + target.text() + ", found data with " + found.text() + ": '"
                            + String.join("', '", data.labels()) + "'",
                    Fix.of("declare as many outputs as the data has in its spec"),
                    Fix.of("name the columns with ", Setting.LABEL_COLUMNS));
        }
    }

    private static String losses(Target target) {
        if (target instanceof Target.OneClass) {
            return "Loss.CROSS_ENTROPY or FOCAL";
        }
        if (target instanceof Target.PerPixel) {
            return "Loss.PIXEL_CROSS_ENTROPY or PIXEL_DICE";
        }
        return target instanceof Target.SeveralLabels
                ? "Loss.SIGMOID_CROSS_ENTROPY"
                : "Loss.MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR or HUBER";
    }

    /**
     * Checks image shape and number of classes.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param classes number of classes of the network
     * @param data the dataset
     * @throws IllegalArgumentException if they differ; the message names the difference and the fix
     */
    public static void require(String network, Shape images, int classes, Dataset data) {
        requireFormat(network, images, data);
        if (data.labels().size() != classes) {
            int found = data.labels().size();
            throw new SettingException(
                    network + " has " + classes + " classes, found " + found + " in the data",
                    Fix.of("declare classes = " + found + " in its spec"),
                    Fix.of("choose a network of " + found + " classes with ", Setting.NETWORK));
        }
    }

    /**
     * Checks the image shape alone.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param data the dataset
     * @throws IllegalArgumentException if it differs; the message names the difference and the fix
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
