package dev.netwright.tests.processes;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.nin.Nin224;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;

/** Predicts a picture, and lists the code of a network whose 5x5 convolution is computed in tiles where that is possible. */
final class CodeOfPredictions {
    private CodeOfPredictions() {}

    public static void main(String[] arguments) {
        try (NeuralNetwork network = LeNet28.TYPE.initialize(KernelSets.named("onednn"), Initializer.PYTORCH, 0)) {
            System.out.println(
                    "logits: " + network.logits(new float[LeNet28.TYPE.images().size()], 1).length);
        }
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(Nin224.TYPE.parameters())) {
            kernels.primitives(parameters, Nin224.TYPE.programs(), Mode.INFERENCE, 32)
                    .implementations()
                    .forEach(System.out::println);
        }
    }
}
