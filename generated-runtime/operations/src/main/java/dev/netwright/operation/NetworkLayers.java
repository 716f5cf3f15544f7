package dev.netwright.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network as the paper lists it. This is the only description in a generated class; programs, parameters, tables and
 * counts follow from it.
 *
 * @param images the images that the host writes
 * @param blocks the blocks in computing order, auxiliary heads included, at least one; the last layer computes the
 *     network's output
 * @param losses the network's own loss first, then those of auxiliary heads
 */
public record NetworkLayers(Value images, List<Block<Layer>> blocks, List<Loss> losses) {
    /**
     * Copies the lists.
     *
     * @param images the images that the host writes
     * @param blocks the blocks in computing order
     * @param losses the losses, the network's own first
     */
    public NetworkLayers {
        blocks = List.copyOf(blocks);
        losses = List.copyOf(losses);
    }

    /**
     * Starts the description of a network.
     *
     * @param images the shape of one input image
     * @return a builder without layers
     */
    public static NetworkLayersBuilder of(Shape images) {
        return new NetworkLayersBuilder(Value.images(images));
    }

    /** {@return all layers in computing order} */
    public Stream<Layer> layers() {
        return blocks.stream().flatMap(block -> block.layers().stream());
    }

    /** {@return the output of the last layer} */
    public Value output() {
        List<Layer> last = blocks.get(blocks.size() - 1).layers();
        return last.get(last.size() - 1).output();
    }

    /** {@return whether the network's own loss is a cross-entropy, so that its output is a logit for each class} */
    public boolean isClassifier() {
        return losses.get(0) instanceof SoftmaxCrossEntropy;
    }

    /** {@return the number of trainable values} */
    public long parameterCount() {
        return layers().mapToLong(Layer::parameterCount).sum();
    }

    /** {@return the number of values in the running means and variances of all batch norms} */
    public long statisticsCount() {
        return layers().flatMap(layer -> layer.parameters().stream())
                .filter(tensor -> !tensor.role().isTrainable())
                .mapToLong(ParameterSpec::size)
                .sum();
    }

    /** {@return the multiply-adds of one image's forward pass, at most {@link Long#MAX_VALUE}} */
    public long multiplyAdds() {
        return layers().mapToLong(Layer::multiplyAdds).reduce(0, Saturating::sum);
    }

    /** {@return the longer side, in pixels, of the receptive field of the last spatial layer} */
    public long receptiveField() {
        return receptiveFields()
                .getOrDefault(output().name(), ReceptiveField.PIXEL)
                .side();
    }

    /** {@return the receptive fields of the images and of each layer's output, by the layer's name} */
    public Map<String, ReceptiveField> receptiveFields() {
        Map<String, ReceptiveField> fields = new HashMap<>();
        fields.put(images.name(), ReceptiveField.PIXEL);
        layers().forEach(layer -> {
            ReceptiveField seen = layer.inputs().stream()
                    .map(input -> fields.getOrDefault(input.name(), ReceptiveField.PIXEL))
                    .reduce(ReceptiveField.PIXEL, ReceptiveField::union);
            fields.put(layer.name(), layer.receptiveField(seen));
        });
        return fields;
    }

    /**
     * The operations of one of the network's two programs.
     *
     * @param mode training or inference
     * @return the program, after layers are fused and removed
     */
    public Program program(Mode mode) {
        return Fusion.fuse(this, mode);
    }

    /** {@return a text table with one line for each layer that isn't an activation} */
    public String summary() {
        return SummaryTable.of(this);
    }
}
