package dev.netwright.runtime.network;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.feature.FeatureVisitor;
import dev.netwright.runtime.prediction.LabelPredictions;
import dev.netwright.runtime.prediction.MaskPredictions;
import dev.netwright.runtime.prediction.NumberPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.prediction.Predictions;
import dev.netwright.runtime.training.DatasetCheck;
import dev.netwright.runtime.training.PixelTally;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Classifies pictures, or reads their features: one at a time in memory that later pictures reuse, or many in batches. */
final class Predictor {
    private final NetworkType<?> type;
    private final NetworkState state;
    private final InferenceMemory memory;
    private final DatasetPass pass;

    Predictor(NetworkType<?> type, NetworkState state, InferenceMemory memory, DatasetPass pass) {
        this.type = type;
        this.state = state;
        this.memory = memory;
        this.pass = pass;
    }

    List<Prediction> predict(BufferedImage picture, int most) {
        float[] logits = memory.logits(preprocessing().apply(picture), 1);
        DatasetPass.requireNumbers(type.name(), () -> "the picture", logits, 0, logits.length);
        return Predictions.ofLogits(state.signature().labels(), logits).top(0, most);
    }

    Predictions predict(List<BufferedImage> pictures) {
        return predict(converted(pictures));
    }

    Predictions predict(UnlabelledPictures pictures) {
        return predict(converted(pictures));
    }

    Predictions predict(Dataset data) {
        return Predictions.ofLogits(state.signature().labels(), outputs(data));
    }

    /** Predicts several labels. */
    LabelPredictions labels(Dataset data) {
        return LabelPredictions.ofLogits(state.signature().labels(), outputs(data));
    }

    /** Predicts numbers. */
    NumberPredictions numbers(Dataset data) {
        return NumberPredictions.of(state.signature().labels(), outputs(data));
    }

    /** Predicts the class of each pixel. */
    MaskPredictions masks(Dataset data, Target.PerPixel target) {
        Dataset read = prepared(data);
        int pixels = target.pixels();
        long values = (long) data.size() * pixels;
        if (values > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(data.size() + " masks of " + target.height() + "x" + target.width()
                    + " have " + values + " pixels, expected fewer than 2^31; predict ranges of the pictures");
        }
        byte[] all = new byte[(int) values];
        pass.forEach(read, (index, targets, first, outputs, offset) -> {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int number = PixelTally.largest(outputs, offset + pixel, pixels, target.classes());
                all[index * pixels + pixel] = (byte) number;
            }
        });
        return MaskPredictions.of(state.signature().labels(), target.height(), target.width(), all);
    }

    /** Pictures as the network reads them. */
    Dataset converted(List<BufferedImage> pictures) {
        return ConvertedPictures.of(pictures, preprocessing(), state.signature().labels());
    }

    /** Pictures as the network reads them. */
    Dataset converted(UnlabelledPictures pictures) {
        return ConvertedPictures.of(pictures, preprocessing(), state.signature().labels());
    }

    private float[] outputs(Dataset data) {
        Dataset read = prepared(data);
        long values = (long) data.size() * type.classes();
        if (values > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(data.size() + " pictures of " + type.classes() + " outputs have "
                    + values + " answers, expected fewer than 2^31; predict ranges of them");
        }
        float[] all = new float[(int) values];
        pass.forEach(
                read,
                (index, targets, first, outputs, offset) ->
                        System.arraycopy(outputs, offset, all, index * type.classes(), type.classes()));
        return all;
    }

    /** A picture's output of the part of the network up to a stage. */
    float[] features(ForwardPass pass, BufferedImage picture) {
        float[] values = memory.output(pass, preprocessing().apply(picture), 1);
        DatasetPass.requireNumbers(type.name(), () -> "the picture", values, 0, values.length);
        return values;
    }

    void features(ForwardPass pass, UnlabelledPictures pictures, FeatureVisitor visitor) {
        features(
                pass,
                ConvertedPictures.of(
                        pictures, preprocessing(), state.signature().labels()),
                visitor);
    }

    void features(ForwardPass part, Dataset data, FeatureVisitor visitor) {
        pass.forEach(
                part,
                prepared(data),
                (index, targets, first, output, offset) ->
                        visitor.picture(index, Arrays.copyOfRange(output, offset, offset + part.size())));
    }

    private Dataset prepared(Dataset data) {
        return DatasetCheck.prepared(type.name(), type.images(), state.signature(), data);
    }

    private Preprocessing preprocessing() {
        return state.signature()
                .preprocessing()
                .orElseThrow(() -> new IllegalStateException(type.name()
                        + " learned values that no preprocessing of pictures gives; evaluate it on"
                        + " such a dataset instead"));
    }
}
