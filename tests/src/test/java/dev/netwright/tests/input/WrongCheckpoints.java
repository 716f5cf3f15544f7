package dev.netwright.tests.input;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Files from which a run of a LeNet is to go on. */
final class WrongCheckpoints {
    private static final ImageDataset IMAGES = FashionMnist.bundledTrain().first(32);

    /** The way out where the run's last state is damaged. */
    private static final String BEST =
            " The best checkpoint beside it, <folder>/best.safetensors, is intact: resume the run after epoch 1 with"
                    + " resumeFrom(file).";

    static final List<WrongInput> ALL = List.of(
            new WrongInput(
                    "checkpoint: no such file",
                    folder -> resume(folder.resolve("last.safetensors"), Optimizer.adam(1e-3)),
                    "Cannot read weights file <folder>/last.safetensors: no such file. Check the path and that you may read it."),
            damaged(
                    "checkpoint: a file cut short",
                    whole -> Arrays.copyOf(whole, whole.length - 1000),
                    "Weights file <folder>/last.safetensors: expected 740472 bytes of tensor data after the header, "
                            + "but found 739472: the file is cut short. Copy or download it again." + BEST),
            damaged(
                    "checkpoint: one flipped bit of the optimizer",
                    whole -> {
                        whole[whole.length - 4] ^= 1;
                        return whole;
                    },
                    "Weights file <folder>/last.safetensors: expected values and metadata with the checksum crc32c "
                            + "'<checksum>', but found '<checksum>'. The file is damaged: copy or download it again; if you "
                            + "changed it on purpose, save it without metadata."
                            + BEST),
            new WrongInput(
                    "checkpoint: weights alone",
                    folder -> {
                        Path file = folder.resolve("w.safetensors");
                        try (LeNet28 network = LeNet28.load(checkpoint(folder))) {
                            network.save(file);
                        }
                        resume(file, Optimizer.adam(1e-3));
                    },
                    "Weights file <folder>/w.safetensors: expected a checkpoint of a run, but found weights alone. "
                            + "A run can't be resumed from weights alone: load them, or start a new run from them."
                            + BEST),
            new WrongInput(
                    "checkpoint: another optimizer's",
                    folder -> resume(checkpoint(folder), Optimizer.sgd(0.1)),
                    "checkpoint <folder>/last.safetensors can't be resumed: its run has optimizer Adam[beta1=0.9, "
                            + "beta2=0.999, epsilon=1.0E-8, decay=0.0], found GradientDescent[momentum=0.0, "
                            + "nesterov=false]; resume with the same value, or start a new run in another "
                            + "folder with Training.checkpoints(folder)"),
            new WrongInput(
                    "checkpoint: another network's",
                    folder -> LeNet32.train(
                            IMAGES.resize(32), training(Optimizer.adam(1e-3)).resumeFrom(checkpoint(folder))),
                    "Weights file <folder>/last.safetensors: expected fingerprint <fingerprint> of network "
                            + "dev.netwright.models.lenet.LeNet32, but found fingerprint <fingerprint> of network "
                            + "'dev.netwright.models.lenet.LeNet28', which has the same tensors but another spec. Compare the "
                            + "two specs (strides, padding, activations, order), and load it into the network that it was "
                            + "trained as."));

    private WrongCheckpoints() {}

    private static WrongInput damaged(String name, UnaryOperator<byte[]> damage, String message) {
        return new WrongInput(
                name,
                folder -> {
                    Path file = checkpoint(folder);
                    Files.write(file, damage.apply(Files.readAllBytes(file)));
                    resume(file, Optimizer.adam(1e-3));
                },
                message);
    }

    private static Path checkpoint(Path folder) throws IOException {
        Checkpoints run = Checkpoints.in(folder);
        LeNet28.train(IMAGES, training(Optimizer.adam(1e-3)).checkpoints(run)).close();
        return run.last();
    }

    private static void resume(Path file, Optimizer optimizer) {
        LeNet28.train(IMAGES, training(optimizer).epochs(2).resumeFrom(file)).close();
    }

    private static Training training(Optimizer optimizer) {
        return Training.with(optimizer).batch(16).listener(new TrainingListener() {});
    }
}
