package dev.netwright.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network as the paper lists it. This is the only description in a generated class; programs, parameters, tables and
 * counts follow from it.
 *
 * @param images the images that the host writes
 * @param blocks the blocks in computing order, auxiliary heads included, at least one; the last layer computes the
 *     network's output
 * @param losses the network's own loss first, then those of auxiliary heads; none in a part of a network, which
 *     {@link #through} gives
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

    /** {@return what the network learns of each image, by its own loss} */
    public Target target() {
        return losses.get(0).target();
    }

    /** {@return whether the network learns one class of each image, so that its output is a logit for each class} */
    public boolean isClassifier() {
        return !losses.isEmpty() && target() instanceof Target.OneClass;
    }

    /** {@return the stages and layers of the network by name, to read their outputs} */
    public Stages stages() {
        return new Stages(this);
    }

    /**
     * The part of the network that computes one value: the layers on which the value depends, without losses. Its
     * inference program computes the value as the network's own does, and nothing after it.
     *
     * @param value the output of a layer of this network
     * @return the part, whose output is the value
     * @throws IllegalArgumentException if no layer of the network computes the value
     */
    public NetworkLayers through(Value value) {
        Set<String> needed = new HashSet<>(Set.of(value.name()));
        List<Layer> all = layers().toList();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (needed.contains(all.get(i).name())) {
                all.get(i).inputs().forEach(input -> needed.add(input.name()));
            }
        }
        List<Block<Layer>> part = new ArrayList<>();
        for (Block<Layer> block : blocks) {
            List<Layer> kept = block.layers().stream()
                    .filter(layer -> needed.contains(layer.name()))
                    .toList();
            if (!kept.isEmpty()) {
                part.add(new Block<>(block.name(), kept));
            }
        }
        if (part.isEmpty()) {
            throw new IllegalArgumentException("no layer of the network computes " + value.name());
        }
        return new NetworkLayers(images, part, List.of());
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
     * @throws IllegalStateException if it is a training program, and this is a part of a network, which has no loss
     */
    public Program program(Mode mode) {
        if (mode == Mode.TRAINING && losses.isEmpty()) {
            throw new IllegalStateException("a part of a network has no loss to train it by");
        }
        return Fusion.fuse(this, mode);
    }

    /** {@return a text table with one line for each layer that isn't an activation} */
    public String summary() {
        return SummaryTable.of(this);
    }
}
