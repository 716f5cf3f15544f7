package dev.netwright.processor.card;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.plan.SummaryRow;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One block as boxes in computing order.
 *
 * @param name of the block
 * @param input name of the one value that it reads
 * @param inputShape shape of that
 * @param isAuxiliary whether the network's output doesn't depend on it
 */
record BlockDiagram(String name, String input, Shape inputShape, List<Box> boxes, boolean isAuxiliary) {
    BlockDiagram {
        boxes = List.copyOf(boxes);
    }

    /** All blocks of a network that have layers. */
    static List<BlockDiagram> of(List<SummaryRow> rows) {
        Map<String, Integer> readers = new LinkedHashMap<>();
        rows.forEach(row -> row.layer().node().inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        List<String> needed = needed(rows);
        return SummaryRow.byBlock(rows).entrySet().stream()
                .map(block -> of(block.getKey(), block.getValue(), readers, needed))
                .toList();
    }

    private static BlockDiagram of(
            String name, List<ShapedNode> layers, Map<String, Integer> readers, List<String> needed) {
        List<Box> boxes = new ArrayList<>();
        Map<String, Integer> boxOf = new LinkedHashMap<>();
        for (ShapedNode layer : layers) {
            List<Integer> inputs = layer.node().inputs().stream()
                    .map(input -> boxOf.getOrDefault(input, Box.ENTRY))
                    .toList();
            int before = inputs.get(0);
            if (before != Box.ENTRY
                    && follows(layer)
                    && Integer.valueOf(1).equals(readers.get(layer.node().input()))) {
                boxes.set(before, boxes.get(before).with(layer));
                boxOf.put(layer.node().name(), before);
            } else {
                boxOf.put(layer.node().name(), boxes.size());
                boxes.add(new Box(layers.subList(layers.indexOf(layer), layers.indexOf(layer) + 1), inputs));
            }
        }
        ShapedNode first = layers.get(0);
        boolean isAuxiliary =
                layers.stream().noneMatch(layer -> needed.contains(layer.node().name()));
        return new BlockDiagram(name, first.node().input(), first.input(), boxes, isAuxiliary);
    }

    /** Names of all that the last layer depends on. */
    private static List<String> needed(List<SummaryRow> rows) {
        List<String> needed = new ArrayList<>();
        needed.add(rows.get(rows.size() - 1).layer().node().name());
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (needed.contains(rows.get(i).layer().node().name())) {
                needed.addAll(rows.get(i).layer().node().inputs());
            }
        }
        return needed;
    }

    private static boolean follows(ShapedNode layer) {
        return layer.node().layer() instanceof Layer.BatchNorm
                || layer.node().layer() instanceof Layer.Activation
                || layer.node().layer() instanceof Layer.Dropout
                || layer.node().layer() instanceof Layer.Flatten;
    }

    /** Name of the value that its last layer gives. */
    String output() {
        return boxes.get(boxes.size() - 1).output();
    }

    Shape outputShape() {
        return boxes.get(boxes.size() - 1).shape();
    }

    List<ShapedNode> layers() {
        return boxes.stream().flatMap(box -> box.layers().stream()).toList();
    }

    /** Name of a box without the block's, where it begins with that. */
    String shortName(Box box) {
        String prefix = name.replaceFirst("Block$", "") + "_";
        return box.name().startsWith(prefix) ? box.name().substring(prefix.length()) : box.name();
    }

    /**
     * Whether a block behind this one does the same: equal boxes, equally connected, on images of the same size. What a join or a
     * sum gives may have other channels: it grows from layer to layer of a dense block.
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
                    || one.shape().height() != other.shape().height()
                    || one.shape().width() != other.shape().width()
                    || !(isOfWhole || one.shape().equals(other.shape()))) {
                return false;
            }
        }
        return true;
    }
}
