package dev.netwright.runtime.summary;

import dev.netwright.operation.Layer;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The structure of a network as blocks of layers.
 *
 * @param name simple name of the generated class
 * @param images shape of one image: channels, rows, columns
 * @param blocks blocks in computing order, including auxiliary heads, at least one; the last one computes the network's
 *     output
 */
public record NetworkStructure(String name, List<Integer> images, List<BlockFacts> blocks) {
    /** The name of the images as an input of layers. */
    public static final String IMAGES = Value.IMAGES;

    /**
     * Copies the lists.
     *
     * @param name simple name of the generated class
     * @param images shape of one image: channels, rows, columns
     * @param blocks blocks in computing order, including auxiliary heads, at least one; the last one computes the
     *     network's output
     */
    public NetworkStructure {
        images = List.copyOf(images);
        blocks = List.copyOf(blocks);
    }

    /**
     * Collects the facts about a network's layers.
     *
     * @param name simple name of the generated class
     * @param layers the network's layers
     * @return the structure
     */
    public static NetworkStructure of(String name, NetworkLayers layers) {
        Map<String, ReceptiveField> fields = layers.receptiveFields();
        return new NetworkStructure(
                name,
                sides(layers.images()),
                layers.blocks().stream()
                        .map(block -> new BlockFacts(
                                block.name(),
                                block.layers().stream()
                                        .map(layer ->
                                                facts(layer, fields.getOrDefault(layer.name(), ReceptiveField.PIXEL)))
                                        .toList()))
                        .toList());
    }

    private static LayerFacts facts(Layer layer, ReceptiveField field) {
        return new LayerFacts(
                layer.name(),
                layer.torchType(),
                layer.kernel(),
                layer.inputs().stream()
                        .map(input -> new LayerFacts.Input(input.name(), sides(input)))
                        .toList(),
                sides(layer.output()),
                layer.parameterCount(),
                layer.multiplyAdds(),
                field.side());
    }

    private static List<Integer> sides(Value value) {
        Shape shape = value.shape();
        return value.isVector() ? List.of(shape.channels()) : List.of(shape.channels(), shape.height(), shape.width());
    }

    /** {@return the shape of the network's output for one image} */
    public List<Integer> output() {
        return blocks.get(blocks.size() - 1).output();
    }

    /** {@return all layers in order} */
    public Stream<LayerFacts> layers() {
        return blocks.stream().flatMap(block -> block.layers().stream());
    }

    /** {@return the number of trainable parameters of all layers} */
    public long parameters() {
        return layers().mapToLong(LayerFacts::parameters).sum();
    }

    /** {@return the multiply-adds of one image's forward pass through all layers} */
    public long multiplyAdds() {
        return layers().mapToLong(LayerFacts::multiplyAdds).sum();
    }
}
