package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
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
     * @param signature preprocessing and classes of the data that the network was trained on
     * @param data the dataset
     * @return the dataset as the network reads it
     * @throws IllegalArgumentException as {@link #prepared} does, and if the classes differ
     */
    public static Dataset evaluated(String network, Shape images, DataSignature signature, Dataset data) {
        Dataset prepared = prepared(network, images, signature, data);
        require(network, images, signature.labels().size(), prepared);
        boolean isUnnamed = signature.isNumbered() && !signature.isPermutation(prepared.labels());
        return isUnnamed ? prepared : signature.inOrder(network, prepared);
    }

    /**
     * Prepares a run's test images: like {@link #prepared}, with the preprocessing of the training images, and with the
     * same classes in the same order.
     *
     * @param network the network's name, for messages
     * @param images shape of one image of the network
     * @param signature preprocessing and classes of the training images
     * @param test the test images
     * @return the test images as the network reads them
     * @throws IllegalArgumentException as {@link #prepared} does, and if the classes differ
     */
    public static Dataset tested(String network, Shape images, DataSignature signature, Dataset test) {
        Dataset prepared = prepared(network, images, signature, test);
        require(network, images, signature.labels().size(), prepared);
        return signature.inOrder(network, prepared);
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
