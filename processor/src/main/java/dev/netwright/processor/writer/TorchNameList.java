package dev.netwright.processor.writer;

import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.torch.TorchNames;
import java.util.ArrayList;
import java.util.List;

/**
 * The text from which the runtime reads the PyTorch names of a network's layers: a line for each dialect and an
 * indented line for each layer.
 */
final class TorchNameList {
    private TorchNameList() {}

    /**
     * Writes
     * <pre>
     * torchvision
     *     conv1 conv1
     *     conv1.norm bn1
     * d2l - conv1 is Conv2d 7x7, stride 2, padding 3, without bias, where d2l.ai's ResNet has ...
     * </pre>
     * that is, the prefix of our tensors' names and PyTorch's, or after a dash the reason why there is none. The word
     * {@code linear} follows if our 1x1 convolution is a fully connected layer that reads each pixel there.
     */
    static List<String> lines(NetworkPlan plan) {
        List<String> lines = new ArrayList<>();
        for (TorchNames names : plan.torch()) {
            if (names.modules().isEmpty()) {
                lines.add(names.dialect() + " - " + names.difference());
            } else {
                lines.add(names.dialect());
                names.modules()
                        .forEach((layer, module) -> lines.add("    " + layer + " " + module
                                + (names.onPixels().contains(layer) ? " linear" : "")));
            }
        }
        return lines;
    }
}
