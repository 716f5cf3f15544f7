package dev.netwright.runtime.torch;

import dev.netwright.operation.ParameterSpec;
import dev.netwright.runtime.checkpoint.FiniteValues;
import dev.netwright.runtime.checkpoint.MatchingWeights;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.checkpoint.SafeTensorsWriter;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.kernel.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes a PyTorch {@code state_dict} in safetensors format, with the tensor names of a {@link TorchDialect}.
 *
 * <p>Reading ignores the batch counters of norms and a prefix of all names, such as {@code module.} or {@code net.},
 * and converts float16, bfloat16 and float64 to float32.
 */
public final class TorchFile {
    private TorchFile() {}

    /**
     * Whether a file has more of a network's tensors under PyTorch's names than under Netwright's.
     *
     * @param file the file
     * @param network the network
     * @return true if PyTorch's names match better
     */
    public static boolean isTorch(Path file, TorchNetwork network) {
        if (network.names().dialects().isEmpty()) {
            return false;
        }
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            List<NamedShape> tensors = reader.tensors();
            Set<NamedShape> found = new LinkedHashSet<>(tensors);
            long own = network.parameters().tensors().stream()
                    .filter(parameter -> found.contains(new NamedShape(parameter.name(), shape(parameter))))
                    .count();
            return TorchTensors.of(tensors, network).matching(network).size() > own;
        }
    }

    /**
     * Reads all weights of a network. Everything is verified before anything is returned.
     *
     * @param file the file
     * @param network the network
     * @return the weights
     * @throws IllegalArgumentException if no dialect has an equivalent network; the message names the first differences
     * @throws dev.netwright.runtime.checkpoint.WrongNetworkException if a tensor is missing, has another shape or is
     *     unknown; the message names the first one
     * @throws dev.netwright.runtime.checkpoint.MalformedWeightsException if the file is damaged, or a value is NaN or
     *     infinite
     */
    public static TorchWeights read(Path file, TorchNetwork network) {
        network.requireDialects();
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            TorchTensors tensors = TorchTensors.of(reader.tensors(), network);
            tensors.requireOnePrefix(file, network);
            TorchDifferences.requireNone(file, tensors, network);
            return new TorchWeights(tensors.dialect(), values(file, reader, tensors.matching(network)));
        }
    }

    /**
     * Reads the tensors of a file that match a network's in name and shape.
     *
     * @param file the file
     * @param network the network
     * @return tensors by Netwright's names; unused ones by the file's
     * @throws IllegalArgumentException as {@link #read} does
     * @throws dev.netwright.runtime.checkpoint.MalformedWeightsException as {@link #read} does
     */
    public static MatchingWeights readMatching(Path file, TorchNetwork network) {
        network.requireDialects();
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            TorchTensors tensors = TorchTensors.of(reader.tensors(), network);
            tensors.requireOnePrefix(file, network);
            Map<Parameter, NamedShape> matching = tensors.matching(network);
            List<NamedShape> missing = network.parameters().tensors().stream()
                    .filter(parameter -> !matching.containsKey(parameter))
                    .map(parameter -> new NamedShape(parameter.name(), shape(parameter)))
                    .toList();
            List<NamedShape> unused = reader.tensors().stream()
                    .filter(tensor -> !tensor.name().endsWith(TorchTensors.COUNTER))
                    .filter(tensor -> !matching.containsValue(tensor))
                    .toList();
            return new MatchingWeights(values(file, reader, matching), missing, unused);
        }
    }

    /** In Netwright. */
    private static List<Long> shape(Parameter parameter) {
        return parameter.shape().stream().map(Integer::longValue).toList();
    }

    private static Map<String, float[]> values(
            Path file, SafeTensorsReader reader, Map<Parameter, NamedShape> tensors) {
        Map<String, float[]> values = new LinkedHashMap<>();
        tensors.forEach((parameter, tensor) -> {
            float[] target = tensor.newArray();
            reader.read(tensor.name(), target);
            FiniteValues.requireRead(file, tensor, target);
            values.put(parameter.name(), target);
        });
        return values;
    }

    /**
     * Writes a network's weights so that the equivalent PyTorch network can load them with {@code load_state_dict}. An
     * existing file is replaced atomically. Batch counters of norms are written as 0, which affects only norms without
     * a momentum.
     *
     * @param file the file to create or replace
     * @param network the network
     * @param dialect the names to use
     * @param values returns a tensor's values in its logical order
     * @throws IllegalArgumentException if the dialect has no equivalent network (the message names the first
     *     difference), or a value is NaN or infinite
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public static void write(
            Path file, TorchNetwork network, TorchDialect dialect, Function<Parameter, float[]> values) {
        List<String> counters = new ArrayList<>();
        List<TensorEntry> tensors = new ArrayList<>();
        network.require(dialect).forEach((name, parameter) -> {
            NamedShape tensor = new NamedShape(name, network.names().shape(dialect, parameter));
            tensors.add(new TensorEntry(tensor, target -> {
                float[] found = values.apply(parameter);
                System.arraycopy(found, 0, target, 0, target.length);
                FiniteValues.requireWritten(file, tensor, target);
            }));
            if (parameter.role() == ParameterSpec.Role.RUNNING_VARIANCE) {
                counters.add(network.names().module(dialect, parameter) + "." + TorchTensors.COUNTER);
            }
        });
        SafeTensorsWriter.write(file, Map.of("format", "pt"), counters, tensors);
    }
}
