package dev.netwright.runtime.report;

import dev.netwright.runtime.summary.NetworkStructure;
import java.util.List;

/** The output shapes of a network as the tutorials list them, from one image or a batch. */
public final class OutputShapes {
    private OutputShapes() {}

    /**
     * A line for each block, as the VGG-11 tutorial prints them:
     *
     * <pre>
     * block1 output shape:  torch.Size([1, 64, 112, 112])
     * </pre>
     *
     * @param batch images in a batch, at least 1
     */
    public static List<String> ofBlocks(NetworkStructure network, int batch) {
        return network.blocks().stream()
                .map(block -> block.name() + " output shape:  " + torchSize(batch, block.output()))
                .toList();
    }

    /**
     * A line for each layer, which is called by its kind, as the d2l notes print them:
     *
     * <pre>
     * Conv2d output shape \t torch.Size([1, 6, 28, 28])
     * </pre>
     *
     * @param batch images in a batch, at least 1
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
