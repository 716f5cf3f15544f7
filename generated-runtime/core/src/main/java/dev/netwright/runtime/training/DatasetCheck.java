package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;

/** Whether a dataset can be shown to a network at all. */
public final class DatasetCheck {
    private DatasetCheck() {}

    /**
     * A data set as a network reads it, to be evaluated or predicted: pictures that nobody has prepared are prepared as the network's were.
     *
     * @throws IllegalArgumentException if its images don't suit the network, or were prepared in another way, showing both sides
     */
    public static Dataset prepared(String network, Shape images, DataSignature signature, Dataset data) {
        Dataset prepared = signature.prepared(data);
        requireFormat(network, images, prepared);
        signature.requireSamePreprocessing(network, prepared);
        return prepared;
    }

    /**
     * A data set that a network is evaluated on: {@link #prepared}, and with its classes in the network's order. A network whose classes have no
     * names but their numbers takes any that are as many.
     *
     * @throws IllegalArgumentException as {@link #prepared} does, and if the classes are others
     */
    public static Dataset evaluated(String network, Shape images, DataSignature signature, Dataset data) {
        Dataset prepared = prepared(network, images, signature, data);
        require(network, images, signature.labels().size(), prepared);
        boolean isUnnamed = signature.isNumbered() && !signature.isPermutation(prepared.labels());
        return isUnnamed ? prepared : signature.inOrder(network, prepared);
    }

    /**
     * A data set that a run is evaluated on after each epoch: {@link #prepared} as the data to learn, with the same classes, in their order.
     *
     * @throws IllegalArgumentException as {@link #prepared} does, and if the classes are others
     */
    public static Dataset tested(String network, Shape images, DataSignature signature, Dataset test) {
        Dataset prepared = prepared(network, images, signature, test);
        require(network, images, signature.labels().size(), prepared);
        return signature.inOrder(network, prepared);
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
