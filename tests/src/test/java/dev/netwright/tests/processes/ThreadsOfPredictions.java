package dev.netwright.tests.processes;

import com.sun.jna.NativeLibrary;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Predicts in turns and prints how many of OpenMP's threads each prediction's kernels and whatever follows have, and whether repeated logits are equal. */
final class ThreadsOfPredictions {
    private static int seen;

    private ThreadsOfPredictions() {}

    public static void main(String[] arguments) {
        try (NeuralNetwork small = network(LeNet28.TYPE);
                NeuralNetwork large = network(ResNet18At96.TYPE)) {
            float[] one = logits("a picture of a small network", small, 1);
            float[] two = logits("a batch", small, 2);
            System.out.println("equal: " + Arrays.equals(one, logits("a picture again", small, 1)));
            logits("a picture of a large network", large, 1);
            System.out.println("equal: " + Arrays.equals(two, logits("a batch again", small, 2)));
        }
    }

    private static NeuralNetwork network(NetworkType<?> type) {
        return type.initialize(new Counting(KernelSets.named("onednn")), Initializer.PYTORCH, 0);
    }

    private static float[] logits(String prediction, NeuralNetwork network, int batch) {
        float[] images = new float[batch * network.type().images().size()];
        Random random = new Random(3);
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat();
        }
        float[] logits = network.logits(images, batch);
        System.out.println(prediction + ": " + seen + ", afterwards " + threads());
        return logits;
    }

    private static int threads() {
        return NativeLibrary.getInstance("libgomp.so.1")
                .getFunction("omp_get_max_threads")
                .invokeInt(new Object[0]);
    }

    /** Kernels that look at OpenMP's threads when they are called. */
    private record Counting(KernelSet kernels) implements KernelSet {
        @Override
        public String name() {
            return kernels.name();
        }

        @Override
        public String device() {
            return kernels.device();
        }

        @Override
        public SortedMap<String, String> environment() {
            return kernels.environment();
        }

        @Override
        public ParameterMemory allocate(ParameterTable table) {
            return kernels.allocate(table);
        }

        @Override
        public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
            return kernels.workspace(
                    parameters, programs.with(UnaryOperator.identity(), bound -> counted(programs, bound)), options);
        }

        private static InferenceKernels counted(Programs programs, InferenceKernels bound) {
            Map<String, InferenceKernel> counted = programs.of(Mode.INFERENCE).operations().stream()
                    .map(operation -> operation.name())
                    .collect(Collectors.toMap(Function.identity(), name -> counted(bound.of(name))));
            return new InferenceKernels(counted);
        }

        private static InferenceKernel counted(InferenceKernel kernel) {
            return () -> {
                seen = threads();
                kernel.forward();
            };
        }
    }
}
