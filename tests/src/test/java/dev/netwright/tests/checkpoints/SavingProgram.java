package dev.netwright.tests.checkpoints;

import dev.netwright.runtime.checkpoint.Checkpoint;
import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointFolder;
import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.checkpoint.Weights;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Saves one checkpoint after the other until it is killed. Every value of one is its number, so that a mixture would be seen. */
final class SavingProgram {
    static final NetworkIdentity NETWORK = new NetworkIdentity("Saved", "0".repeat(64));
    static final NamedShape TENSOR = new NamedShape("layer.weight", List.of(64L, 512L));
    static final NamedShape STATE =
            new NamedShape(CheckpointFile.optimizerTensor("layer.weight.velocity"), TENSOR.shape());
    static final String NUMBER = "number";

    private SavingProgram() {}

    /** Arguments: the folder, and the number of the first checkpoint. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (CheckpointFolder opened = CheckpointFolder.open(folder)) {
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                float value = number;
                Weights weights = new Weights(
                        NETWORK,
                        new WeightsMetadata(List.of(), Map.of()),
                        List.of(new TensorEntry(TENSOR, target -> Arrays.fill(target, value))));
                List<TensorEntry> state = List.of(new TensorEntry(STATE, target -> Arrays.fill(target, value)));
                CheckpointFile.write(
                        opened.last(), new Checkpoint(weights, state, Map.of(NUMBER, Integer.toString(number))));
                System.out.println(number);
            }
        }
    }

    static ExpectedNetwork expected() {
        return new ExpectedNetwork(NETWORK, List.of(TENSOR));
    }
}
