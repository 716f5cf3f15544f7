package dev.netwright.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stages of a network: names for the values whose features a program reads. A name is, in this order,
 *
 * <ol>
 *   <li>that of a block, such as {@code layer3.1}: the output of its last layer;
 *   <li>that of a layer, such as {@code conv1}, {@code fc6} or a method of {@code @Network}: its output behind its own
 *       norm, activation, dropout and stochastic depth. The name of the norm, {@code conv1_norm}, is its output before the
 *       activation;
 *   <li>the beginning of the names of several layers, such as {@code layer3}, a method with {@code @ResidualBlock}, or one
 *       with a {@code @Block} and one of its repetitions, {@code layer3.0}: the output of the last one, such as that of
 *       {@code layer3.1.sum_relu}.
 * </ol>
 *
 * <p>The name that a ResNet's block had in 0.1, {@code layer3_2}, is valid too.
 */
public final class Stages {
    private static final char SEPARATOR = '_';
    private static final char BLOCK_SEPARATOR = '.';

    private final NetworkLayers network;

    Stages(NetworkLayers network) {
        this.network = network;
    }

    /**
     * The output of a stage.
     *
     * @param name the name of a block or layer, or the beginning of the names of several
     * @return the value
     * @throws IllegalArgumentException if the network has no such stage; the message has the closest name, or all blocks
     */
    public Value output(String name) {
        String earlier = EarlierNames.earlier(name);
        return ofBlock(earlier)
                .or(() -> ofLayer(earlier))
                .or(() -> ofRow(earlier))
                .orElseThrow(() -> unknown(name));
    }

    private Optional<Value> ofBlock(String name) {
        return network.blocks().stream()
                .filter(block -> EarlierNames.earlier(block.name()).equals(name))
                .findFirst()
                .map(block -> block.layers().get(block.layers().size() - 1).output());
    }

    private Optional<Value> ofLayer(String name) {
        Optional<Value> behind = Optional.empty();
        for (Layer layer : (Iterable<Layer>) network.layers()::iterator) {
            String earlier = EarlierNames.earlier(layer.name());
            if (earlier.equals(name)
                    || (isOfAnother(layer)
                            && earlier.startsWith(name + SEPARATOR)
                            && behind.filter(layer.input()::equals).isPresent())) {
                behind = Optional.of(layer.output());
            }
        }
        return behind;
    }

    /** Whether a layer belongs to the one before it, if it has its name: a norm, an activation, or what drops values in training. */
    private static boolean isOfAnother(Layer layer) {
        return layer instanceof BatchNorm
                || layer instanceof GroupNorm
                || layer instanceof LayerNorm
                || layer instanceof Activation
                || layer instanceof Dropout
                || layer instanceof StochasticDepth;
    }

    private Optional<Value> ofRow(String name) {
        return network.layers()
                .filter(layer -> isIn(EarlierNames.earlier(layer.name()), name))
                .reduce((earlier, later) -> later)
                .map(Layer::output);
    }

    private static boolean isIn(String layer, String row) {
        return layer.startsWith(row + SEPARATOR) || layer.startsWith(row + BLOCK_SEPARATOR);
    }

    private IllegalArgumentException unknown(String name) {
        String known = ClosestName.of(name, names())
                .map(closest -> "did you mean '" + closest + "'?")
                .orElseGet(() -> "the stages are " + String.join(", ", blocksInARow())
                        + ", and each layer of the summary is one");
        return new IllegalArgumentException("there is no stage '" + name + "'; " + known);
    }

    /**
     * The input of the classifier: of the last layer with weights, which is fully connected or, as in NiN, a convolution.
     *
     * @return the value
     * @throws IllegalArgumentException if no layer comes before the classifier, or several branches end in the output
     */
    public Value beforeClassifier() {
        Value value = network.output();
        while (true) {
            Layer layer = layer(value);
            if (layer.inputs().size() > 1) {
                throw new IllegalArgumentException(
                        "no single layer classifies, because " + layer.name() + " joins several; name a stage");
            }
            value = layer.input();
            boolean hasWeights = layer instanceof Linear || layer instanceof Convolution;
            if (hasWeights && !isOnlyRenamed(value)) {
                return value;
            }
            if (hasWeights || value.isImages()) {
                throw new IllegalArgumentException(
                        "the classifier reads the images themselves, so there are no features before it");
            }
        }
    }

    /** Whether a value is the images, perhaps as a vector. */
    private boolean isOnlyRenamed(Value value) {
        return value.isImages() || (layer(value) instanceof Flatten flatten && isOnlyRenamed(flatten.input()));
    }

    private Layer layer(Value output) {
        return network.layers()
                .filter(layer -> layer.output().equals(output))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the names of blocks, of blocks in a row, of uses of a user's block, and of layers} */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        network.blocks().forEach(block -> names.add(block.name()));
        names.addAll(blocksInARow());
        network.layers().map(Layer::name).forEach(name -> {
            for (int end = name.indexOf(BLOCK_SEPARATOR); end >= 0; end = name.indexOf(BLOCK_SEPARATOR, end + 1)) {
                names.add(name.substring(0, end));
            }
            names.add(name);
        });
        return List.copyOf(names);
    }

    /** Blocks by name, with one name for blocks that differ in a number at the end: {@code layer3} for {@code layer3.1}. */
    private List<String> blocksInARow() {
        List<String> rows = new ArrayList<>();
        for (Block<Layer> block : network.blocks()) {
            int end = Math.max(block.name().lastIndexOf(SEPARATOR), block.name().lastIndexOf(BLOCK_SEPARATOR));
            boolean isNumbered = end > 0
                    && end + 1 < block.name().length()
                    && block.name().chars().skip(end + 1).allMatch(Character::isDigit);
            String row = isNumbered ? block.name().substring(0, end) : block.name();
            if (!rows.contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
