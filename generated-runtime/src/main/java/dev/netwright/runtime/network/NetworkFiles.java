package dev.netwright.runtime.network;

import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.LoadedWeights;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.MatchingWeights;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.torch.TorchFile;
import dev.netwright.runtime.training.InitialWeights;
import dev.netwright.runtime.training.SavedTensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes networks of a type out of files. Each file is verified as a whole before memory is taken. */
final class NetworkFiles<N extends Network> {
    private final NetworkType<N> type;

    NetworkFiles(NetworkType<N> type) {
        this.type = type;
    }

    N load(Path file, KernelSet kernels) {
        LoadedWeights weights = WeightsFile.read(file, expected());
        return network(kernels, weights.values(), labelsOf(file, weights), preprocessingOf(file, weights));
    }

    N importTorch(Path file, KernelSet kernels, List<String> labels, Optional<Preprocessing> preprocessing) {
        return network(kernels, TorchFile.read(file, type.torch()).values(), labels, preprocessing);
    }

    private N network(
            KernelSet kernels,
            Map<String, float[]> values,
            List<String> labels,
            Optional<Preprocessing> preprocessing) {
        ParameterMemory memory = type.filled(
                kernels,
                (target, parameter) -> target.write(
                        parameter,
                        Objects.requireNonNull(values.get(parameter.name()), "a value for each tensor was read")));
        return type.of(new NetworkState(kernels, memory, labels, preprocessing));
    }

    private ExpectedNetwork expected() {
        return new ExpectedNetwork(type.identity(), SavedTensors.shapes(type.parameters()));
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

    private List<String> labelsOf(Path file, LoadedWeights weights) {
        List<String> labels = weights.metadata().map(WeightsMetadata::labels).orElse(List.of());
        if (labels.isEmpty()) {
            return NetworkType.numbers(type.classes());
        }
        if (labels.size() != type.classes()) {
            throw new MalformedWeightsException(
                    file,
                    "the names of " + type.classes() + " classes",
                    labels.size() + " names",
                    "Save the network again, or save it without metadata.");
        }
        return labels;
    }

    /** A file without metadata, as PyTorch writes it, says nothing: pictures are taken as they are usually. */
    private Optional<Preprocessing> preprocessingOf(Path file, LoadedWeights weights) {
        if (weights.metadata().isEmpty()) {
            return type.imagesAsTheyAre();
        }
        Map<String, String> entries = weights.metadata().get().entries();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        try {
            Preprocessing found = Preprocessing.fromMetadata(entries);
            if (type.imagesAsTheyAre()
                    .filter(usual -> usual.format().equals(found.format()))
                    .isPresent()) {
                return Optional.of(found);
            }
            throw new MalformedWeightsException(
                    file,
                    "preprocessing to " + type.images(),
                    "to " + found.format(),
                    "Save the network again, or save it without metadata.");
        } catch (MalformedDataException e) {
            throw new MalformedWeightsException(
                    file,
                    "known preprocessing",
                    String.valueOf(e.getMessage()),
                    "Save the network again, or save it without metadata.");
        }
    }
}
