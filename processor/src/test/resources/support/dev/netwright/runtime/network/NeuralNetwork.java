package dev.netwright.runtime.network;

import java.nio.file.Path;

public interface NeuralNetwork extends AutoCloseable {
    NetworkType<?> type();

    void save(Path file);

    @Override
    void close();
}
