package dev.netwright.runtime.feature;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.UnlabelledPictures;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/**
 * The output of one stage of a network for pictures, as PyTorch's forward hook of that module receives it in evaluation
 * mode. Only the layers up to the stage are planned, bound and run. Pictures are prepared as for predictions. Several
 * threads may use it at the same time, until the network is closed.
 *
 * <pre>{@code
 * Features features = network.features("layer3");
 * features.write(folder.all(), Path.of("layer3.npy"));
 * }</pre>
 */
public interface Features {
    /** {@return the name of the layer whose output this is} */
    String layer();

    /** {@return the shape of one picture's features: channels, rows and columns, or the length of a vector} */
    List<Integer> shape();

    /**
     * The features of a picture.
     *
     * @param picture of any size and color model
     * @return the values, the last dimension of the shape fastest
     * @throws IllegalStateException if the training data weren't pictures, so that the network knows no preparation, or
     *     if a value is NaN or infinite
     */
    float[] of(BufferedImage picture);

    /**
     * The features of every picture of a dataset, without augmentation, computed in batches. The memory is that of one
     * batch, for any number of pictures.
     *
     * @param data the pictures; pictures without a preparation are prepared as the network's training pictures were
     * @param visitor receives each picture's features
     * @throws IllegalArgumentException if the images have the wrong shape, or another preparation than the training
     *     images
     * @throws IllegalStateException if a value is NaN or infinite
     */
    void forEach(Dataset data, FeatureVisitor visitor);

    /**
     * The features of the pictures of a folder or list; otherwise as {@link #forEach(Dataset, FeatureVisitor)}.
     *
     * @param pictures of any size
     * @param visitor receives each picture's features
     * @throws dev.netwright.runtime.data.DataLoadingException if a picture can't be read; the message names it
     * @throws IllegalStateException as {@link #of} does
     */
    void forEach(UnlabelledPictures pictures, FeatureVisitor visitor);

    /**
     * The features of every picture of a dataset in memory.
     *
     * @param data as for {@link #forEach(Dataset, FeatureVisitor)}
     * @return one row for each picture
     */
    default float[][] of(Dataset data) {
        float[][] rows = new float[data.size()][];
        forEach(data, (index, values) -> rows[index] = values);
        return rows;
    }

    /**
     * The features of the pictures of a folder or list in memory.
     *
     * @param pictures as for {@link #forEach(UnlabelledPictures, FeatureVisitor)}
     * @return one row for each picture
     */
    default float[][] of(UnlabelledPictures pictures) {
        float[][] rows = new float[pictures.size()][];
        forEach(pictures, (index, values) -> rows[index] = values);
        return rows;
    }

    /**
     * Writes the features of every picture of a dataset. An existing file is replaced only when the new one is complete.
     * The memory is that of one batch. CSV has the columns {@code image}, {@code label} if each picture has one class,
     * and {@code f0}, {@code f1} and so on; see {@link FeatureFormat}.
     *
     * @param data as for {@link #forEach(Dataset, FeatureVisitor)}
     * @param file its name ends in {@code .npy} or {@code .csv}
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    default void write(Dataset data, Path file) {
        boolean hasClasses = data.target() instanceof Target.OneClass;
        List<String> columns = hasClasses ? List.of("image", "label") : List.of("image");
        FeatureFormat.of(file).write(file, new FeatureTable(shape(), data.size(), columns) {
            @Override
            List<String> cells(int index) {
                String name = data instanceof Pictures pictures ? pictures.name(index) : "picture " + index;
                return hasClasses ? List.of(name, data.labels().get(data.label(index))) : List.of(name);
            }

            @Override
            void forEach(FeatureVisitor visitor) {
                Features.this.forEach(data, visitor);
            }
        });
    }

    /**
     * Writes the features of the pictures of a folder or list, as {@link #write(Dataset, Path)} does. CSV has the
     * columns {@code image} and {@code f0}, {@code f1} and so on.
     *
     * @param pictures as for {@link #forEach(UnlabelledPictures, FeatureVisitor)}
     * @param file its name ends in {@code .npy} or {@code .csv}
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    default void write(UnlabelledPictures pictures, Path file) {
        FeatureFormat.of(file).write(file, new FeatureTable(shape(), pictures.size(), List.of("image")) {
            @Override
            List<String> cells(int index) {
                return List.of(pictures.name(index));
            }

            @Override
            void forEach(FeatureVisitor visitor) {
                Features.this.forEach(pictures, visitor);
            }
        });
    }
}
