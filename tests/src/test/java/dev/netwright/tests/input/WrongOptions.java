package dev.netwright.tests.input;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.util.List;

/** Options of a run, and data that don't fit the network or the options. */
final class WrongOptions {
    private static final ImageDataset IMAGES = FashionMnist.bundledTrain().first(33);

    static final List<WrongInput> ALL = List.of(
            new WrongInput("options: no epochs", folder -> training().epochs(0), "epochs must be at least 1, found 0"),
            new WrongInput(
                    "options: a negative batch",
                    folder -> training().batch(-64),
                    "batch must be at least 1, found -64"),
            new WrongInput(
                    "options: kernels of another name",
                    folder -> KernelSets.named("cudnn"),
                    "there are no kernels called 'cudnn'; choose one of onednn, nd4j, cuda with Training.kernels(...)"),
            new WrongInput(
                    "options: a share above the whole",
                    folder -> Split.ordered(IMAGES, 1.2),
                    "The share of the training part must be between 0 and 1, found 1.2"),
            new WrongInput(
                    "options: a share that leaves nothing",
                    folder -> Split.ordered(IMAGES, 0.01),
                    "Each part of a split must have at least one sample, found 0 and 33 of 33; choose a value other than 0.01 "
                            + "for the share"),
            new WrongInput(
                    "options: a range past the end",
                    folder -> IMAGES.range(30, 40),
                    "A range of this dataset must have at least one of its 33 samples, found [30, 40)"),
            new WrongInput(
                    "data: another size than the network's",
                    folder -> LeNet28.train(IMAGES.resize(32), training()),
                    "dev.netwright.models.lenet.LeNet28 takes images of 1x28x28, found 32x32 in the data; call "
                            + "resize(28, 28) on it"),
            new WrongInput(
                    "data: test images of another size",
                    folder -> LeNet28.train(IMAGES, training().test(IMAGES.resize(32))),
                    "dev.netwright.models.lenet.LeNet28 takes images of 1x28x28, found 32x32 in the data; call "
                            + "resize(28, 28) on it"),
            new WrongInput(
                    "data: one image left over for a batch norm",
                    folder -> BatchNormLeNet28.train(IMAGES, training().batch(32)),
                    "dev.netwright.models.lenet.BatchNormLeNet28 learns 33 images in batches of 32, which leaves 1 for the"
                            + " last, and batch norm c5.norm gets 120x1x1 from a batch of 1 image, one value in each channel, and of"
                            + " one value there is no variance; leave it out with Training.dropLastBatch(), or choose another batch"
                            + " with Training.batch(...)"));

    private WrongOptions() {}

    private static Training training() {
        return Training.with(Optimizer.sgd(0.1));
    }
}
