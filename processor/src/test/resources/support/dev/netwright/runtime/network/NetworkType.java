package dev.netwright.runtime.network;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.function.Function;

public final class NetworkType<N extends NeuralNetwork> {
    private final NetworkLayers layers;

    private NetworkType(NetworkLayers layers) {
        this.layers = layers;
    }

    public static <N extends NeuralNetwork> Builder<N> generated(
            int version, Class<N> type, Function<NetworkState, N> constructor) {
        return new Builder<>();
    }

    public static <N extends NeuralNetwork> NetworkType<N> ofFaultySpec(String spec) {
        throw new IllegalStateException(spec);
    }

    public N train(Dataset data, Training training) {
        throw new IllegalStateException();
    }

    public N load(Path file) {
        throw new IllegalStateException();
    }

    public String summary() {
        return "";
    }

    public long trainingBytes(int batch, int optimizerStates) {
        return OneDnnReference.trainingBytes(layers, batch, optimizerStates);
    }

    public long inferenceBytes(int batch) {
        return OneDnnReference.inferenceBytes(layers, batch);
    }

    public static final class Builder<N extends NeuralNetwork> {
        private NetworkLayers layers;

        private Builder() {}

        public Builder<N> layers(NetworkLayers list) {
            layers = list;
            return this;
        }

        public Builder<N> fingerprint(String hex) {
            return this;
        }

        public Builder<N> torchNames(String list) {
            return this;
        }

        public Builder<N> programs(
                Function<TrainingKernels, TrainingProgram> training,
                Function<InferenceKernels, InferenceProgram> inference) {
            return this;
        }

        public NetworkType<N> build() {
            return new NetworkType<>(layers);
        }
    }
}
