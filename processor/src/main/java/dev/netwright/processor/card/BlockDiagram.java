package dev.netwright.processor.card;

import dev.netwright.operation.Activation;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Block;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Flatten;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.Layer;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One block as boxes in computing order.
 *
 * @param name of the block
 * @param input the one value that it reads
 * @param isAuxiliary whether the network's output is independent of it
 */
record BlockDiagram(String name, Value input, List<Box> boxes, boolean isAuxiliary) {
    BlockDiagram {
        boxes = List.copyOf(boxes);
    }

    /** All blocks of a network. */
    static List<BlockDiagram> of(NetworkLayers network) {
        Map<String, Integer> readers = new LinkedHashMap<>();
        network.layers()
                .flatMap(layer -> layer.inputs().stream())
                .forEach(input -> readers.merge(input.name(), 1, Integer::sum));
        List<String> needed = needed(network.layers().toList());
        return network.blocks().stream()
                .map(block -> of(block, readers, needed))
                .toList();
    }

    private static BlockDiagram of(Block<Layer> block, Map<String, Integer> readers, List<String> needed) {
        List<Layer> layers = block.layers();
        List<Box> boxes = new ArrayList<>();
        Map<String, Integer> boxOf = new LinkedHashMap<>();
        for (Layer layer : layers) {
            List<Integer> inputs = layer.inputs().stream()
                    .map(input -> boxOf.getOrDefault(input.name(), Box.ENTRY))
                    .toList();
            int before = inputs.get(0);
            if (before != Box.ENTRY
                    && follows(layer)
                    && Integer.valueOf(1).equals(readers.get(layer.input().name()))) {
                boxes.set(before, boxes.get(before).with(layer));
                boxOf.put(layer.name(), before);
            } else {
                boxOf.put(layer.name(), boxes.size());
                boxes.add(new Box(List.of(layer), inputs));
            }
        }
        boolean isAuxiliary = layers.stream().noneMatch(layer -> needed.contains(layer.name()));
        return new BlockDiagram(block.name(), layers.get(0).input(), boxes, isAuxiliary);
    }

    /** Names of all values that the last layer depends on. */
    private static List<String> needed(List<Layer> layers) {
        List<String> needed = new ArrayList<>();
        needed.add(layers.get(layers.size() - 1).name());
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (needed.contains(layers.get(i).name())) {
                layers.get(i).inputs().forEach(input -> needed.add(input.name()));
            }
        }
        return needed;
    }

    private static boolean follows(Layer layer) {
        return layer instanceof BatchNorm
                || layer instanceof GroupNorm
                || layer instanceof LayerNorm
                || layer instanceof LayerScale
                || layer instanceof Activation
                || layer instanceof Dropout
                || layer instanceof StochasticDepth
                || layer instanceof Flatten;
    }

    /** The output of its last layer. */
    Value output() {
        return boxes.get(boxes.size() - 1).output();
    }

    List<Layer> layers() {
        return boxes.stream().flatMap(box -> box.layers().stream()).toList();
    }

    /** Name of a box, without the block's name as its prefix. */
    String shortName(Box box) {
        String prefix = name.replaceFirst("Block$", "") + "_";
        return box.name().startsWith(prefix) ? box.name().substring(prefix.length()) : box.name();
    }

    /**
     * Whether the next block does the same: equal boxes with equal connections, on images of the same size. The output
     * of a join or a sum may have other channels, because it grows from layer to layer of a dense block.
     */
    boolean isRepeatedBy(BlockDiagram next) {
        if (!next.input.equals(output()) || boxes.size() != next.boxes.size()) {
            return false;
        }
        for (int i = 0; i < boxes.size(); i++) {
            Box one = boxes.get(i);
            Box other = next.boxes.get(i);
            boolean isOfWhole = one.isMerge()
                    || (one.inputs().contains(Box.ENTRY) && one.tint().equals("other"));
            if (!one.operation().equals(other.operation())
                    || !one.inputs().equals(other.inputs())
                    || one.output().shape().height() != other.output().shape().height()
                    || one.output().shape().width() != other.output().shape().width()
                    || !(isOfWhole || one.output().shape().equals(other.output().shape()))) {
                return false;
            }
        }
        return true;
    }
}
