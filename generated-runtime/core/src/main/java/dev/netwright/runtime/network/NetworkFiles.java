package dev.netwright.runtime.network;

import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.MatchingWeights;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.OpenedWeights;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.torch.TorchFile;
import dev.netwright.runtime.training.InitialWeights;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.SavedSignature;
import dev.netwright.runtime.training.SavedTensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes networks of a type out of files. Each file is verified as a whole before a network exists. */
final class NetworkFiles<N extends NeuralNetwork> {
    private final NetworkType<N> type;

    NetworkFiles(NetworkType<N> type) {
        this.type = type;
    }

    /** Values go from the file to where kernels read them, a piece at a time. */
    N load(Path file, KernelSet kernels) {
        try (OpenedWeights weights = OpenedWeights.of(file, expected())) {
            ParameterMemory memory = type.filled(kernels, (target, parameter) -> {
                OpenedWeights.Tensor tensor = weights.tensor(parameter.name());
                target.write(parameter, (firstRow, rows) -> tensor.next(rows));
            });
            try {
                weights.requireIntact();
                Map<String, String> trained = RunEnd.fromMetadata(
                        weights.metadata().map(WeightsMetadata::entries).orElse(Map.of()));
                return type.of(new NetworkState(kernels, memory, signatureOf(file, weights.metadata()), trained));
            } catch (RuntimeException | Error e) {
                memory.close();
                throw e;
            }
        }
    }

    N importTorch(Path file, KernelSet kernels, DataSignature signature) {
        return network(kernels, TorchFile.read(file, type.torch()).values(), signature, Map.of());
    }

    N importTorch(Path file, KernelSet kernels, List<String> labels, Preprocessing preprocessing) {
        if (labels.size() != type.target().labels()) {
            throw new IllegalArgumentException(
                    type.name() + " has " + type.target().labels() + " classes, not " + labels.size()
                            + ": give a name for each in the order of the logits");
        }
        ImageFormat format = new ImageFormat(
                type.images().channels(), type.images().height(), type.images().width());
        if (!preprocessing.format().equals(format)) {
            throw new IllegalArgumentException(
                    type.name() + " takes " + format + ", but the preprocessing gives " + preprocessing.format());
        }
        return importTorch(file, kernels, new DataSignature(labels, Optional.of(preprocessing), false));
    }

    private N network(
            KernelSet kernels, Map<String, float[]> values, DataSignature signature, Map<String, String> trained) {
        ParameterMemory memory = type.filled(
                kernels,
                (target, parameter) -> target.write(
                        parameter,
                        Objects.requireNonNull(values.get(parameter.name()), "a value for each tensor was read")));
        return type.of(new NetworkState(kernels, memory, signature, trained));
    }

    private ExpectedNetwork expected() {
        return new ExpectedNetwork(type.identity(), SavedTensors.shapes(type.parameters()));
    }

    /** A network of memory with initial values, which is closed if the file is refused. */
    MatchedNetwork<N> matched(Path file, ParameterMemory memory, KernelSet kernels) {
        try {
            InitialWeights weights = loadMatching(file, memory);
            return new MatchedNetwork<>(type.of(new NetworkState(kernels, memory, type.assumedSignature())), weights);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    InitialWeights loadMatching(Path file, ParameterMemory memory) {
        MatchingWeights weights = TorchFile.isTorch(file, type.torch())
                ? TorchFile.readMatching(file, type.torch())
                : WeightsFile.readMatching(file, expected());
        weights.values()
                .forEach((tensor, values) -> memory.write(type.parameters().tensor(tensor), values));
        return new InitialWeights(
                file,
                List.copyOf(weights.values().keySet()),
                weights.missing().stream().map(NamedShape::name).toList(),
                weights.unused().stream().map(NamedShape::name).toList());
    }

    /** A file without metadata, as PyTorch writes it, says nothing: pictures are taken as they are usually. */
    private DataSignature signatureOf(Path file, Optional<WeightsMetadata> metadata) {
        if (metadata.isEmpty()) {
            return type.assumedSignature();
        }
        DataSignature signature = SavedSignature.of(file, labelsOf(file, metadata.get()), metadata.get());
        Optional<ImageFormat> found = signature.preprocessing().map(Preprocessing::format);
        if (!found.equals(type.usualPreprocessing().map(Preprocessing::format)) && found.isPresent()) {
            throw new MalformedWeightsException(
                    file, "preprocessing to " + type.images(), "to " + found.get(), SavedSignature.SAVE_AGAIN);
        }
        return signature;
    }

    private List<String> labelsOf(Path file, WeightsMetadata metadata) {
        List<String> labels = metadata.labels();
        if (labels.isEmpty()) {
            return DataSignature.numbers(type.target().labels());
        }
        if (labels.size() != type.target().labels()) {
            throw new MalformedWeightsException(
                    file,
                    "the names of " + type.target().labels() + " classes",
                    labels.size() + " names",
                    SavedSignature.SAVE_AGAIN);
        }
        return labels;
    }
}
