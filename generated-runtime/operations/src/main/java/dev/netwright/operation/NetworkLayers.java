package dev.netwright.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network as the paper lists it: the one description that a generated class has. Programs, parameters, tables and counts
 * follow from it.
 *
 * @param images what the host writes
 * @param blocks at least one, in an order in which they can be computed, auxiliary heads among them; the last layer gives the
 *     network's output
 * @param losses the network's own first, then those of auxiliary heads
 */
public record NetworkLayers(Value images, List<Block<Layer>> blocks, List<Loss> losses) {
    /** Copies the lists. */
    public NetworkLayers {
        blocks = List.copyOf(blocks);
        losses = List.copyOf(losses);
    }

    /** Starts the description of a network that reads images of a shape. */
    public static NetworkLayersBuilder of(Shape images) {
        return new NetworkLayersBuilder(Value.images(images));
    }

    /** Every layer in order. */
    public Stream<Layer> layers() {
        return blocks.stream().flatMap(block -> block.layers().stream());
    }

    /** What the last layer gives. */
    public Value output() {
        List<Layer> last = blocks.get(blocks.size() - 1).layers();
        return last.get(last.size() - 1).output();
    }

    /** Whether its loss is one of classification, so that the output is a logit for each class. */
    public boolean isClassifier() {
        return losses.get(0) instanceof SoftmaxCrossEntropy;
    }

    /** Trainable values of all layers. */
    public long parameterCount() {
        return layers().mapToLong(Layer::parameterCount).sum();
    }

    /** Values of the batch norms' running means and variances. */
    public long statisticsCount() {
        return layers().flatMap(layer -> layer.parameters().stream())
                .filter(tensor -> !tensor.role().isTrainable())
                .mapToLong(ParameterSpec::size)
                .sum();
    }

    /** Multiply-adds of one image's forward pass through all layers; {@link Long#MAX_VALUE} if there are more. */
    public long multiplyAdds() {
        return layers().mapToLong(Layer::multiplyAdds).reduce(0, Saturating::sum);
    }

    /** Side of the square of pixels that one value of the last spatial layer sees. */
    public long receptiveField() {
        return receptiveFields()
                .getOrDefault(output().name(), ReceptiveField.PIXEL)
                .side();
    }

    /** What one value of each layer, and of the images, sees of the image, by the layer's name. */
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

    /** What a program of it computes. */
    public Program program(Mode mode) {
        return Fusion.fuse(this, mode);
    }

    /** Its table, one line for each layer that isn't an activation. */
    public String summary() {
        return SummaryTable.of(this);
    }
}
