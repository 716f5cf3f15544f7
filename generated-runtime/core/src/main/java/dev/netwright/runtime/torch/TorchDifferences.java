package dev.netwright.runtime.torch;

import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Describes in one message how a file's tensors differ from a network's. */
final class TorchDifferences {
    private final List<String> missing = new ArrayList<>();
    private final List<String> misshapen = new ArrayList<>();
    private final List<String> superfluous = new ArrayList<>();
    private final TorchTensors tensors;
    private String first = "";

    private TorchDifferences(TorchTensors tensors, TorchNetwork network) {
        this.tensors = tensors;
        tensors.expected().forEach((name, parameter) -> {
            NamedShape found = tensors.found().get(name);
            List<Long> shape = network.names().shape(tensors.dialect(), parameter);
            if (found == null) {
                note(missing, name, "no tensor '" + name + "' of shape " + shape);
            } else if (!found.shape().equals(shape)) {
                note(
                        misshapen,
                        name,
                        WeightsException.quote(found.name()) + " of shape " + found.shape() + " instead of " + shape);
            }
        });
        for (NamedShape other : tensors.others()) {
            String name = WeightsException.quote(other.name());
            note(superfluous, name, name + " of shape " + other.shape() + ", which the network doesn't have");
        }
    }

    private void note(List<String> kind, String name, String text) {
        kind.add(name);
        first = first.isEmpty() ? text : first;
    }

    /**
     * Checks that a file has exactly the network's tensors.
     *
     * @throws WrongNetworkException if it doesn't; the message names the first difference and the number of the others
     */
    static void requireNone(Path file, TorchTensors tensors, TorchNetwork network) {
        TorchDifferences differences = new TorchDifferences(tensors, network);
        if (differences.count() > 0) {
            throw new WrongNetworkException(
                    file,
                    "the " + tensors.expected().size() + " tensors of " + network.name() + " under "
                            + tensors.dialect().owner() + "'s names",
                    differences.first + differences.others(),
                    differences.fixes(network));
        }
    }

    private int count() {
        return missing.size() + misshapen.size() + superfluous.size();
    }

    private String others() {
        return count() == 1
                ? ""
                : " (in total " + missing.size() + " missing, " + misshapen.size() + " of another shape, "
                        + superfluous.size() + " unknown)";
    }

    private List<Fix> fixes(TorchNetwork network) {
        if (tensors.found().isEmpty()) {
            return List.of(Fix.of(
                    network.names().differences() + "Take weights of the same network, saved from its state_dict."));
        }
        boolean isOnlyHead =
                missing.isEmpty() && superfluous.isEmpty() && lastLayer().containsAll(misshapen);
        return isOnlyHead
                ? List.of(
                        Fix.of("The number of classes differs: use a network with the same number"),
                        Fix.of("all tensors but those of the last layer with ", Setting.START_FROM))
                : List.of(Fix.of(network.names().differences() + "Compare the two networks at that layer."));
    }

    private List<String> lastLayer() {
        List<String> names = List.copyOf(tensors.expected().keySet());
        String last = names.get(names.size() - 1);
        String module = last.substring(0, last.lastIndexOf('.') + 1);
        return names.stream().filter(name -> name.startsWith(module)).toList();
    }
}
