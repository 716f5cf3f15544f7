package dev.netwright.runtime.network;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.onnx.OnnxNorms;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.prediction.Predictions;
import dev.netwright.runtime.torch.TorchDialect;
import dev.netwright.runtime.training.Evaluation;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** A network with its weights. It owns native memory: close it when it isn't needed any more. */
public interface Network extends AutoCloseable {
    /** What the spec says of it. */
    NetworkType<?> type();

    /** Names of the classes in the order of the logits. */
    List<String> labels();

    /**
     * Pictures of any size as this network reads them: resized, cropped and normalized as those that it learned, as its weights say. A data set
     * of pictures that nobody has prepared needs no call: {@link #evaluate(Dataset)} and the others do the same with it.
     *
     * <pre>{@code
     * network.evaluate(network.prepared(PictureFolder.at(folder).labelledByFolder().rgb()))
     * }</pre>
     *
     * @throws IllegalArgumentException if they have other channels, or have been prepared in another way, showing both
     * @throws IllegalStateException if the network learned values that no preprocessing of pictures gives
     */
    ImageDataset prepared(Pictures pictures);

    /** Evaluates labelled images; see {@link #evaluate(Dataset, int)}. */
    default Evaluation evaluate(Dataset data) {
        return evaluate(data, 1);
    }

    /**
     * Evaluates labelled images, in their order and without any augmentation. May be called by several threads. Pictures that nobody has
     * prepared are prepared as the network's were; classes are found by their names, in whatever order the data have them.
     *
     * @param topN how many of the most probable classes an image's own has to be among for {@code topNAccuracy()}: from 1 to the
     *     number of classes
     * @return accuracy, confusion matrix, precision, recall and F1 of each class
     * @throws IllegalArgumentException if the images don't suit the network, were prepared in another way than those that it learned, or are
     *     of other classes, showing both sides; or if {@code topN} is out of range
     * @throws IllegalStateException if the network's loss is a squared error, so that it gives values and no classes, or an output is
     *     NaN or infinite
     */
    Evaluation evaluate(Dataset data, int topN);

    /**
     * The mean cross entropy of labelled images, without label smoothing or auxiliary heads, as PyTorch's {@code cross_entropy} gives
     * it in evaluation mode; a pass over the images of its own. Refuses what {@link #evaluate(Dataset, int)} refuses.
     */
    double loss(Dataset data);

    /**
     * Classifies a picture of any size: it is converted and resized as the training images were. May be called by several threads.
     *
     * @return every class, the most probable first
     * @throws IllegalStateException if the training data weren't pictures, so that nobody knows how to convert this one, or if the
     *     network's loss is a squared error
     */
    List<Prediction> predict(BufferedImage picture);

    /**
     * Classifies a picture as {@link #predict(BufferedImage)} does.
     *
     * @param most how many classes to give, at least 1; of fewer, all
     * @return the most probable classes, the most probable first
     */
    List<Prediction> predictTop(BufferedImage picture, int most);

    /**
     * Classifies pictures of any sizes in batches, which takes a fraction of the time of one after the other. May be called by several
     * threads; each call takes the memory for a batch of up to 64 and frees it at its end.
     *
     * @param pictures at least one
     * @return the answers in the order of the pictures
     * @throws IllegalStateException as {@link #predict(BufferedImage)} does
     */
    Predictions predict(List<BufferedImage> pictures);

    /**
     * Classifies the pictures of a folder or list in batches, reading ahead; else as {@link #predict(List)}. A submission is
     * {@code network.predict(folder.listedIn(csv)).writeSubmission(file)}.
     *
     * @return the answers in the order of the list, with its names
     * @throws dev.netwright.runtime.data.DataLoadingException if a picture can't be read, naming it
     * @throws IllegalStateException as {@link #predict(BufferedImage)} does
     */
    NamedPredictions predict(UnlabelledPictures pictures);

    /**
     * Classifies a dataset's images in batches, prepared as {@link #evaluate(Dataset, int)} does; its labels aren't looked at. May be called by
     * several threads.
     *
     * @return the answers in the order of the images
     * @throws IllegalArgumentException if the images don't suit the network, or were prepared in another way than those that it learned
     * @throws IllegalStateException if the network's loss is a squared error, or an output is NaN or infinite
     */
    Predictions predict(Dataset data);

    /**
     * The forward pass by itself. May be called by several threads; the memory for a batch size is kept until {@link #close()}.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns, and nothing else
     * @param batch at least 1
     * @return {@code batch} rows of one number for each class, or of the output's values if the loss is a squared error
     * @throws IllegalArgumentException if the batch is below 1, there are more or fewer numbers than it needs, or one is NaN, infinite or
     *     beyond {@link dev.netwright.runtime.data.PictureValues#LARGEST}
     */
    float[] logits(float[] images, int batch);

    /** Training steps by hand with plain gradient descent; see {@link #steps(int, UpdateRule, long)}. */
    default TrainingSteps steps(int batch, long seed) {
        return steps(batch, new UpdateRule.GradientDescent(0, false), seed);
    }

    /**
     * Training steps by hand, which change this network's parameters. Close them before this network.
     *
     * @param batch images in each batch, at least 1
     * @param rule the optimizer, with fresh state
     * @param seed of the dropout masks
     * @throws dev.netwright.runtime.kernel.SingleValueNormException if a batch norm would see a single value in each channel
     * @throws IllegalStateException while this network has others: its parameters have one gradient
     */
    TrainingSteps steps(int batch, UpdateRule rule, long seed);

    /**
     * A copy of a tensor's values in its logical order, such as {@code conv1_1.weight} as {@code [out, in, rows, columns]} or
     * {@code bn1.running_mean} as {@code [channels]}.
     *
     * @throws IllegalArgumentException if there is none of that name, naming those there are
     */
    float[] parameter(String name);

    /**
     * What a training step or a prediction of a batch takes beside the parameters, as the kernel set lays it out. Nothing is
     * allocated for the answer.
     *
     * @param batch images, at least 1
     * @throws dev.netwright.runtime.kernel.SingleValueNormException if a batch norm would see a single value in each channel
     */
    BoundBytes boundBytes(Mode mode, int batch);

    /**
     * Writes the weights as safetensors, with labels, preprocessing and the spec's fingerprint. An existing file is replaced
     * only when the new one is whole.
     */
    void save(Path file);

    /** Writes the network for prediction as ONNX, with batch norms folded; see {@link #exportOnnx(Path, OnnxNorms)}. */
    default void exportOnnx(Path file) {
        exportOnnx(file, OnnxNorms.FOLDED);
    }

    /**
     * Writes the network for prediction as ONNX, operators of version 14, for any number of images, with labels, preprocessing and
     * fingerprint as metadata. An existing file is replaced only when the new one is whole.
     *
     * @param norms what becomes of batch norms behind convolutions
     * @throws IllegalArgumentException if the tensors take 2 GiB or more, or a value is NaN or infinite
     */
    void exportOnnx(Path file, OnnxNorms norms);

    /** Writes the weights for PyTorch under the first names that there are; see {@link #exportTorch(Path, TorchDialect)}. */
    default void exportTorch(Path file) {
        exportTorch(file, type().torch().requireDialects().get(0));
    }

    /**
     * Writes the weights as safetensors under the names of torchvision or d2l.ai, so that {@code load_state_dict} of the network there takes
     * them. An existing file is replaced only when the new one is whole. Which names there are is said by {@link NetworkType#torchNames}.
     *
     * @throws IllegalArgumentException if no network there computes the same, naming the first difference, or a value is NaN or infinite
     */
    void exportTorch(Path file, TorchDialect dialect);

    /** Frees the native memory, once no other thread's call uses it. Later calls of any other method but this are refused. */
    @Override
    void close();
}
