package dev.netwright.tests.processes;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;

/** Trains, saves, loads, predicts, evaluates and exports with the kernels that its argument names. */
final class LoadedClasses {
    private static final int PICTURES = 64;

    private LoadedClasses() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        ImageDataset pictures = FashionMnist.bundledTrain().first(PICTURES);
        Training training = Training.with(Optimizer.adam(1e-3))
                .kernels(KernelSets.named(arguments[0]))
                .batch(PICTURES / 2)
                .epochs(1)
                .checkpoints(folder.resolve("checkpoints"))
                .listener(new TrainingListener() {});
        try (LeNet28 network = LeNet28.train(pictures, training)) {
            network.save(folder.resolve("lenet.safetensors"));
            network.exportOnnx(folder.resolve("lenet.onnx"));
        }
        try (LeNet28 network = LeNet28.TYPE.load(folder.resolve("lenet.safetensors"), KernelSets.named(arguments[0]))) {
            System.out.println("accuracy " + network.evaluate(pictures).accuracy());
        }
    }
}
