package dev.netwright.tests.processes;

import dev.netwright.runtime.engine.memory.NativeMemory;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;

/** Predicts one picture with a network, and prints the bytes of native memory that it holds then. */
final class PredictingProgram {
    private PredictingProgram() {}

    public static void main(String[] arguments) {
        NetworkType<?> type = NetworkType.named(arguments[0]);
        try (NeuralNetwork network = type.initialize(KernelSets.named("onednn"), Initializer.PYTORCH, 0)) {
            network.logits(new float[type.images().size()], 1);
            System.out.println(NativeMemory.heldBytes());
        }
    }
}
