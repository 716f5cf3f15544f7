package dev.netwright.runtime.network;

import java.nio.file.Path;

public abstract class GeneratedNetwork implements NeuralNetwork {
    private final NetworkType<?> type;

    protected GeneratedNetwork(NetworkType<?> type, NetworkState state) {
        this.type = type;
    }

    @Override
    public final NetworkType<?> type() {
        return type;
    }

    @Override
    public final void save(Path file) {}

    @Override
    public final void close() {}
}
