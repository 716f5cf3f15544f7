package dev.netwright.runtime.network;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.feature.Features;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.onnx.OnnxNorms;
import dev.netwright.runtime.prediction.LabelPredictions;
import dev.netwright.runtime.prediction.MaskPredictions;
import dev.netwright.runtime.prediction.NamedLabelPredictions;
import dev.netwright.runtime.prediction.NamedMaskPredictions;
import dev.netwright.runtime.prediction.NamedNumberPredictions;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.prediction.NumberPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.prediction.Predictions;
import dev.netwright.runtime.torch.TorchDialect;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.PixelEvaluation;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** A network with its weights. It owns native memory: close it when it isn't needed any more. */
public interface NeuralNetwork extends AutoCloseable {
    /**
     * The description of the generated class: shapes, parameters, programs.
     *
     * @return the same type for every network of the class
     */
    NetworkType<?> type();

    /**
     * The names of the classes, in the order of the logits.
     *
     * @return an unmodifiable list; numbers from 0 if the classes have no names
     */
    List<String> labels();

    /**
     * Prepares pictures of any size as the network's training pictures were: resized, cropped and normalized as its
     * weights say. Pictures without a preparation of their own don't need this call: {@link #evaluate(Dataset)} and the
     * other methods prepare them the same way.
     *
     * <pre>{@code
     * network.evaluate(network.prepared(PictureFolder.at(folder).labelledByFolder().rgb()))
     * }</pre>
     *
     * @param pictures labelled pictures
     * @return the pictures as this network's input
     * @throws IllegalArgumentException if the pictures have other channels, or have another preparation; the message
     *     shows both
     * @throws IllegalStateException if the network was trained on values that no preprocessing of pictures gives
     */
    ImageDataset prepared(Pictures pictures);

    /**
     * Evaluates labelled images; see {@link #evaluate(Dataset, int)}.
     *
     * @param data labelled images of the network's classes
     * @return accuracy, confusion matrix, precision, recall and F1 of each class
     */
    default Evaluation evaluate(Dataset data) {
        return evaluate(data, 1);
    }

    /**
     * Evaluates labelled images in their order, without augmentation. Several threads may call it. Pictures without a
     * preparation are prepared as the network's training pictures were. Classes are matched by name, so the data may
     * have them in any order.
     *
     * @param data labelled images of the network's classes
     * @param topN an image counts for {@code topNAccuracy()} if its class is among this many most probable classes:
     *     from 1 to the number of classes
     * @return accuracy, confusion matrix, precision, recall and F1 of each class
     * @throws IllegalArgumentException if the images have the wrong shape, another preparation than the training images
     *     or other classes, with both sides in the message; or if {@code topN} is out of range
     * @throws IllegalStateException if the network doesn't learn one class of each image, or if an output is NaN or
     *     infinite
     */
    Evaluation evaluate(Dataset data, int topN);

    /**
     * Compares predictions of several labels with the labels that the pictures have, above a probability of one half.
     *
     * @param data labelled pictures, prepared or not
     * @return precision, recall, F1 and average precision of each label, and their means
     * @throws IllegalStateException if the network doesn't learn several labels, or an output is NaN or infinite
     * @throws IllegalArgumentException if the data doesn't fit; the message names the fix
     */
    default LabelEvaluation evaluateLabels(Dataset data) {
        return evaluateLabels(data, LabelEvaluation.USUAL_THRESHOLD);
    }

    /**
     * Compares predictions of several labels with the labels that the pictures have.
     *
     * @param data labelled pictures, prepared or not
     * @param threshold the probability above which a label is predicted, above 0 and below 1
     * @return precision, recall, F1 and average precision of each label, and their means
     * @throws IllegalStateException if the network doesn't learn several labels, or an output is NaN or infinite
     * @throws IllegalArgumentException if the data doesn't fit or the threshold is out of range; the message names the fix
     */
    LabelEvaluation evaluateLabels(Dataset data, double threshold);

    /**
     * Compares predicted numbers with those of the pictures.
     *
     * @param data pictures with numbers, prepared or not
     * @return mean absolute error, root mean squared error and R2 of each number, and their means
     * @throws IllegalStateException if the network doesn't learn numbers, or an output is NaN or infinite
     * @throws IllegalArgumentException if the data doesn't fit; the message names the fix
     */
    NumberEvaluation evaluateNumbers(Dataset data);

    /**
     * Compares predicted classes of pixels with the masks of the pictures.
     *
     * @param data pictures with masks, prepared or not
     * @return intersection over union, Dice coefficient and recall of each class, their means, and pixel accuracy
     * @throws IllegalStateException if the network doesn't learn classes of pixels, or an output is NaN or infinite
     * @throws IllegalArgumentException if the data doesn't fit; the message names the fix
     */
    PixelEvaluation evaluatePixels(Dataset data);

    /**
     * The mean over images of the network's loss, without label smoothing, weights and auxiliary heads: for classes the
     * mean cross-entropy, as PyTorch's {@code cross_entropy} gives it in evaluation mode, or the focal loss. It makes a
     * pass of its own over the images.
     *
     * @param data images with what the network learns: classes, labels, numbers or pixels
     * @throws IllegalArgumentException as {@link #evaluate(Dataset, int)} does
     * @throws IllegalStateException if an output is NaN or infinite
     * @return at least 0
     */
    double loss(Dataset data);

    /**
     * Classifies a picture of any size, prepared as the training pictures were. Several threads may call it.
     *
     * @param picture of any size and color model
     * @return every class, the most probable first
     * @throws IllegalStateException if the training data weren't pictures, so that the network knows no preparation, or
     *     if it doesn't learn one class of each image
     */
    List<Prediction> predict(BufferedImage picture);

    /**
     * Classifies a picture as {@link #predict(BufferedImage)} does.
     *
     * @param picture of any size and color model
     * @param most how many classes to return, at least 1; a network with fewer classes returns all
     * @return the most probable classes, the most probable first
     */
    List<Prediction> predictTop(BufferedImage picture, int most);

    /**
     * Classifies pictures of any sizes in batches, which is several times faster than one by one. Several threads may
     * call it; each call allocates memory for a batch of up to 64 pictures and frees it at its end.
     *
     * @param pictures at least one
     * @return the predictions in the order of the pictures
     * @throws IllegalStateException as {@link #predict(BufferedImage)} does
     */
    Predictions predict(List<BufferedImage> pictures);

    /**
     * Classifies the pictures of a folder or list in batches and reads ahead meanwhile; otherwise as
     * {@link #predict(List)}. {@code network.predict(folder.listedIn(csv)).writeSubmission(file)} writes a submission.
     *
     * @param pictures a folder's or a list's pictures
     * @return the predictions in the order of the list, with its names
     * @throws dev.netwright.runtime.data.DataLoadingException if a picture can't be read; the message names it
     * @throws IllegalStateException as {@link #predict(BufferedImage)} does
     */
    NamedPredictions predict(UnlabelledPictures pictures);

    /**
     * Classifies a dataset's images in batches, prepared as in {@link #evaluate(Dataset, int)}. It ignores their
     * labels. Several threads may call it.
     *
     * @param data images, labelled or not
     * @return the predictions in the order of the images
     * @throws IllegalArgumentException if the images have the wrong shape, or another preparation than the training
     *     images
     * @throws IllegalStateException if the network doesn't learn one class of each image, or an output is NaN or infinite
     */
    Predictions predict(Dataset data);

    /**
     * Predicts several labels of pictures, which are prepared as in training.
     *
     * @param pictures pictures of any size, at least one
     * @return a probability for each picture and label
     * @throws IllegalStateException if the network doesn't learn several labels, or an output is NaN or infinite
     */
    LabelPredictions predictLabels(List<BufferedImage> pictures);

    /**
     * Predicts several labels of picture files, which are prepared as in training.
     *
     * @param pictures pictures of any size
     * @return a probability for each picture and label
     * @throws IllegalStateException if the network doesn't learn several labels, or an output is NaN or infinite
     */
    NamedLabelPredictions predictLabels(UnlabelledPictures pictures);

    /**
     * Predicts several labels of a dataset's pictures.
     *
     * @param data the pictures, prepared or not; their own labels aren't read
     * @return a probability for each picture and label
     * @throws IllegalStateException if the network doesn't learn several labels, or an output is NaN or infinite
     */
    LabelPredictions predictLabels(Dataset data);

    /**
     * Predicts numbers of pictures, which are prepared as in training.
     *
     * @param pictures pictures of any size, at least one
     * @return the numbers of each picture
     * @throws IllegalStateException if the network doesn't learn numbers, or an output is NaN or infinite
     */
    NumberPredictions predictNumbers(List<BufferedImage> pictures);

    /**
     * Predicts numbers of picture files, which are prepared as in training.
     *
     * @param pictures pictures of any size
     * @return the numbers of each picture
     * @throws IllegalStateException if the network doesn't learn numbers, or an output is NaN or infinite
     */
    NamedNumberPredictions predictNumbers(UnlabelledPictures pictures);

    /**
     * Predicts numbers of a dataset's pictures.
     *
     * @param data the pictures, prepared or not; their own numbers aren't read
     * @return the numbers of each picture
     * @throws IllegalStateException if the network doesn't learn numbers, or an output is NaN or infinite
     */
    NumberPredictions predictNumbers(Dataset data);

    /**
     * Predicts the class of each pixel of pictures, which are prepared as in training.
     *
     * @param pictures pictures of any size, at least one
     * @return a mask for each picture, in the size in which the network reads them
     * @throws IllegalStateException if the network doesn't learn classes of pixels, or an output is NaN or infinite
     */
    MaskPredictions predictMasks(List<BufferedImage> pictures);

    /**
     * Predicts the class of each pixel of picture files, which are prepared as in training.
     *
     * @param pictures pictures of any size
     * @return a mask for each picture, in the size in which the network reads them
     * @throws IllegalStateException if the network doesn't learn classes of pixels, or an output is NaN or infinite
     */
    NamedMaskPredictions predictMasks(UnlabelledPictures pictures);

    /**
     * Predicts the class of each pixel of a dataset's pictures.
     *
     * @param data the pictures, prepared or not; their own masks aren't read
     * @return a mask for each picture
     * @throws IllegalStateException if the network doesn't learn classes of pixels, or an output is NaN or infinite
     */
    MaskPredictions predictMasks(Dataset data);

    /**
     * What the network makes of pictures before it classifies them: the input of its last layer with weights, which is
     * fully connected or, as in NiN, a convolution. It depends on the weights alone, and not on the names or the number
     * of classes. A network that several branches end in has no single such layer; name a stage.
     *
     * @return the features, a vector for each picture in networks with a fully connected classifier
     * @throws IllegalArgumentException if no layer comes before the classifier, or there is no single one
     */
    Features features();

    /**
     * What the network makes of pictures up to a stage, as PyTorch's forward hook of that module receives it in
     * evaluation mode. Nothing after the stage is planned or computed.
     *
     * @param stage the name of a block ({@code layer3.1}), of several in a row ({@code layer3}), of a layer with its
     *     norm, activation and dropout ({@code conv1}), of a layer's norm ({@code conv1_norm}), or of a method of
     *     {@code @Network}; see {@link dev.netwright.operation.Stages}
     * @return the stage's output for any pictures
     * @throws IllegalArgumentException if there is no such stage; the message has the closest name
     */
    Features features(String stage);

    /**
     * The features of a picture before it is classified; see {@link #features()}.
     *
     * @param picture of any size and color model
     * @return the values
     * @throws IllegalStateException as {@link #predict(BufferedImage)} does
     */
    default float[] features(BufferedImage picture) {
        return features().of(picture);
    }

    /**
     * The features of a picture at a stage; see {@link #features(String)}.
     *
     * @param stage the name of a block, a layer or several in a row
     * @param picture of any size and color model
     * @return the values: channels, rows, columns, the last fastest
     * @throws IllegalArgumentException if there is no such stage; the message has the closest name
     * @throws IllegalStateException as {@link #predict(BufferedImage)} does
     */
    default float[] features(String stage, BufferedImage picture) {
        return features(stage).of(picture);
    }

    /**
     * The forward pass alone. Several threads may call it; the memory for a batch size is kept until {@link #close()}.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns; exactly as many values
     * @param batch at least 1
     * @return {@code batch} rows of one logit for each class, or of the output's values if it doesn't learn classes
     * @throws IllegalArgumentException if the batch is below 1, the number of values is wrong, or a value is NaN,
     *     infinite or larger in magnitude than {@link dev.netwright.runtime.data.PictureValues#LARGEST}
     */
    float[] logits(float[] images, int batch);

    /**
     * Makes the first predictions as fast as later ones: allocates the memory for a batch size, brings the weights into
     * the layouts of its kernels, and repeats the forward pass on images of 0 until it stops becoming faster, which
     * takes from 0.3 to about 10 seconds. A server calls it before it accepts requests. {@link #logits} of that batch,
     * and {@link #predict(BufferedImage)} after a batch of 1, then start warm, as long as the memory is kept.
     * A second call at the same time plans memory of its own.
     *
     * @param batch images in a batch, at least 1
     * @throws IllegalArgumentException if the batch is below 1
     */
    void warmUp(int batch);

    /**
     * Training steps by hand with plain gradient descent; see {@link #steps(int, UpdateRule, long)}.
     *
     * @param batch images in each batch, at least 1
     * @param seed seeds the dropout masks
     * @return steps that the caller closes before this network
     */
    default TrainingSteps steps(int batch, long seed) {
        return steps(batch, new UpdateRule.GradientDescent(0, false), seed);
    }

    /**
     * Training steps by hand, which change this network's parameters.
     *
     * @param batch images in each batch, at least 1
     * @param rule the optimizer; its states begin as 0
     * @param seed seeds the dropout masks
     * @return steps that the caller closes before this network
     * @throws dev.netwright.runtime.kernel.SingleValueNormException if a batch norm would see a single value in each
     *     channel
     * @throws IllegalStateException if this network has other steps that are still open, since its parameters have one
     *     gradient
     */
    TrainingSteps steps(int batch, UpdateRule rule, long seed);

    /**
     * A copy of a tensor's values in its logical layout, such as {@code [out, in, rows, columns]} for
     * {@code conv1_1.weight} or {@code [channels]} for {@code bn1.running_mean}.
     *
     * @param name the tensor's full name
     * @return the values, the last dimension fastest
     * @throws IllegalArgumentException if there is no tensor of that name; the message lists all names
     */
    float[] parameter(String name);

    /**
     * The memory that a training step or a prediction takes in addition to the parameters, as the kernel set plans it.
     * Nothing is allocated.
     *
     * @param mode training or inference
     * @param batch images in a batch, at least 1
     * @return the bytes
     * @throws dev.netwright.runtime.kernel.SingleValueNormException if a batch norm would see a single value in each
     *     channel in training
     */
    BoundBytes boundBytes(Mode mode, int batch);

    /**
     * Writes the weights as safetensors, with labels, preprocessing and the spec's fingerprint. An existing file is
     * replaced only when the new one is complete.
     *
     * @param file to write
     * @throws IllegalArgumentException if a value is NaN or infinite, since {@link NetworkType#load(Path)} would reject
     *     the file
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    void save(Path file);

    /**
     * Writes the network for prediction as ONNX, with batch norms folded; see {@link #exportOnnx(Path, OnnxNorms)}.
     *
     * @param file to write
     */
    default void exportOnnx(Path file) {
        exportOnnx(file, OnnxNorms.FOLDED);
    }

    /**
     * Writes the network for prediction as ONNX, with operators of version 14 and a free batch size. Labels,
     * preprocessing and fingerprint become metadata. An existing file is replaced only when the new one is complete.
     *
     * @param file to write
     * @param norms what becomes of batch norms behind convolutions
     * @throws IllegalArgumentException if the tensors take 2 GiB or more, or a value is NaN or infinite
     */
    void exportOnnx(Path file, OnnxNorms norms);

    /**
     * Writes the weights for PyTorch under the first dialect of the network's names; see
     * {@link #exportTorch(Path, TorchDialect)}.
     *
     * @param file to write
     */
    default void exportTorch(Path file) {
        exportTorch(file, type().torch().requireDialects().get(0));
    }

    /**
     * Writes the weights as safetensors under the names of torchvision or d2l.ai, so that {@code load_state_dict} of
     * the same network there can load them. {@link NetworkType#torchNames} lists the dialects that a network has. An
     * existing file is replaced only when the new one is complete.
     *
     * @param file to write
     * @param dialect whose names to write
     * @throws IllegalArgumentException if that library has no network that computes the same, with the first difference
     *     in the message, or if a value is NaN or infinite
     */
    void exportTorch(Path file, TorchDialect dialect);

    /**
     * Waits for calls of other threads and frees the native memory. Afterwards every method that uses the parameters
     * throws {@link IllegalStateException}; a second close does nothing.
     *
     * @throws IllegalStateException if it is called from within another call of this network, such as by a dataset that
     *     the call reads
     */
    @Override
    void close();
}
