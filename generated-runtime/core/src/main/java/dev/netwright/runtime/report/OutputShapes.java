package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.NetworkStructure;
import java.util.List;

/** The output shapes of a network as the tutorials list them. */
public final class OutputShapes {
    private OutputShapes() {}

    /**
     * A line for each block, as in the VGG-11 tutorial:
     *
     * <pre>
     * block1 output shape:  torch.Size([1, 64, 112, 112])
     * </pre>
     *
     * @param network the network
     * @param batch images in a batch, at least 1
     * @return the lines
     * @throws IllegalArgumentException if {@code batch} is out of range
     */
    public static List<String> ofBlocks(NetworkStructure network, int batch) {
        return network.blocks().stream()
                .map(block -> block.name() + " output shape:  " + torchSize(batch, block.output()))
                .toList();
    }

    /**
     * A line for each layer with its type, as in the notes on d2l:
     *
     * <pre>
     * Conv2d output shape \t torch.Size([1, 6, 28, 28])
     * </pre>
     *
     * @param network the network
     * @param batch images in a batch, at least 1
     * @return the lines
     * @throws IllegalArgumentException if {@code batch} is out of range
     */
    public static List<String> ofLayers(NetworkStructure network, int batch) {
        return network.layers()
                .map(layer -> layer.kind() + " output shape \t " + torchSize(batch, layer.output()))
                .toList();
    }

    private static String torchSize(int batch, List<Integer> shape) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, found " + batch);
        }
        return "torch.Size(" + TorchinfoColumn.shape(batch, shape) + ")";
    }
}
