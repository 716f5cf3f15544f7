package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import java.util.List;

/** The tensors of a network and its optimizer as files store them. */
public final class SavedTensors {
    private SavedTensors() {}

    /**
     * Name and shape of a parameter's tensor.
     *
     * @param parameter the parameter
     * @return name and shape
     */
    public static NamedShape shape(Parameter parameter) {
        return shape(parameter.name(), parameter);
    }

    /**
     * Names and shapes of all tensors of a network.
     *
     * @param table the network's parameters
     * @return names and shapes in the network's order
     */
    public static List<NamedShape> shapes(ParameterTable table) {
        return table.tensors().stream().map(SavedTensors::shape).toList();
    }

    /**
     * All tensors of a network with their values.
     *
     * @param memory the network's parameters
     * @return tensors in the network's order; values are copied when an entry is written
     */
    public static List<TensorEntry> of(ParameterMemory memory) {
        return memory.table().tensors().stream()
                .map(parameter -> new TensorEntry(shape(parameter), target -> memory.read(parameter, target)))
                .toList();
    }

    static NamedShape shape(OptimizerState state) {
        return shape(CheckpointFile.optimizerTensor(state.name()), state.parameter());
    }

    static List<TensorEntry> of(ParameterUpdate update) {
        return update.states().stream()
                .map(state -> new TensorEntry(shape(state), target -> update.read(state, target)))
                .toList();
    }

    /** The name of a tensor that the optimizer changes, in a checkpoint whose weights are an average. */
    static String trainedName(Parameter parameter) {
        return CheckpointFile.optimizerTensor(parameter.name() + ".trained");
    }

    static List<NamedShape> trainedShapes(ParameterTable table) {
        return table.tensors().stream()
                .map(parameter -> shape(trainedName(parameter), parameter))
                .toList();
    }

    static List<TensorEntry> trained(ParameterMemory memory) {
        return memory.table().tensors().stream()
                .map(parameter -> new TensorEntry(
                        shape(trainedName(parameter), parameter), target -> memory.read(parameter, target)))
                .toList();
    }

    private static NamedShape shape(String name, Parameter parameter) {
        return new NamedShape(
                name, parameter.shape().stream().map(Integer::longValue).toList());
    }
}
