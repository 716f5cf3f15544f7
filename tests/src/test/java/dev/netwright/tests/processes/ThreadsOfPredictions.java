package dev.netwright.tests.processes;

import com.sun.jna.NativeLibrary;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.util.Arrays;

/** Predicts in turns and prints how many of OpenMP's threads each prediction had, and whether repeated logits are equal. */
final class ThreadsOfPredictions {
    private ThreadsOfPredictions() {}

    public static void main(String[] arguments) {
        try (NeuralNetwork small = network(LeNet28.TYPE);
                NeuralNetwork large = network(ResNet18At96.TYPE)) {
            float[] one = logits(small, 1);
            print("a picture of a small network");
            float[] two = logits(small, 2);
            print("a batch");
            System.out.println("equal: " + Arrays.equals(one, logits(small, 1)));
            print("a picture again");
            logits(large, 1);
            print("a picture of a large network");
            System.out.println("equal: " + Arrays.equals(two, logits(small, 2)));
        }
    }

    private static NeuralNetwork network(NetworkType<?> type) {
        return type.initialize(KernelSets.named("onednn"), Initializer.PYTORCH, 0);
    }

    private static float[] logits(NeuralNetwork network, int batch) {
        return network.logits(new float[batch * network.type().images().size()], batch);
    }

    private static void print(String prediction) {
        int threads = NativeLibrary.getInstance("libgomp.so.1")
                .getFunction("omp_get_max_threads")
                .invokeInt(new Object[0]);
        System.out.println(prediction + ": " + threads);
    }
}
