package dev.netwright.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists a network's layers in computing order. A layer reads the one before it, or the one that {@link #from} names; sums and
 * joins name all that they read. Shapes follow from the image's.
 */
public final class NetworkLayersBuilder {
    private static final String LOSS = "loss";

    private final Value images;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Block<Layer>> blocks = new ArrayList<>();
    private final List<Layer> open = new ArrayList<>();
    private final List<Loss> heads = new ArrayList<>();
    private @Nullable String block;
    private Value last;

    NetworkLayersBuilder(Value images) {
        this.images = images;
        last = images;
        values.put(images.name(), images);
    }

    /** Begins a block, which holds the layers up to the next one. */
    public NetworkLayersBuilder block(String name) {
        endBlock();
        block = name;
        return this;
    }

    /** Lets the next layer read another one, or {@link Value#IMAGES}. */
    public NetworkLayersBuilder from(String layer) {
        last = value(layer);
        return this;
    }

    /** A convolution of one group with bias. */
    public NetworkLayersBuilder convolution(String name, int channels, Window window) {
        return convolution(name, channels, window, 1, Bias.TRAINED);
    }

    /** A convolution; {@code groups} divides the channels that it reads and gives. */
    public NetworkLayersBuilder convolution(String name, int channels, Window window, int groups, Bias bias) {
        return add(Convolution.of(name, last, channels, window, groups, bias));
    }

    /** A batch norm. */
    public NetworkLayersBuilder batchNorm(String name, double epsilon, double momentum, RunningVariance variance) {
        return add(BatchNorm.of(name, last, epsilon, momentum, variance));
    }

    /** A local response norm. */
    public NetworkLayersBuilder localResponseNorm(String name, int size, double alpha, double beta, double k) {
        return add(LocalResponseNorm.of(name, last, size, alpha, beta, k));
    }

    /** An activation. */
    public NetworkLayersBuilder activation(String name, ActivationFunction function) {
        return add(Activation.of(name, last, function));
    }

    /** A pool whose output size is rounded down. */
    public NetworkLayersBuilder pool(String name, PoolKind kind, Window window) {
        return pool(name, kind, window, Rounding.DOWN);
    }

    /** A pool. */
    public NetworkLayersBuilder pool(String name, PoolKind kind, Window window, Rounding rounding) {
        return add(Pool.of(name, last, kind, window, rounding));
    }

    /** The mean of each channel. */
    public NetworkLayersBuilder globalAveragePool(String name) {
        return add(Pool.globalAverage(name, last));
    }

    /** A dropout. */
    public NetworkLayersBuilder dropout(String name, double rate) {
        return add(Dropout.of(name, last, rate));
    }

    /** The vector of an image. */
    public NetworkLayersBuilder flatten(String name) {
        return add(Flatten.of(name, last));
    }

    /** A fully connected layer with bias. */
    public NetworkLayersBuilder linear(String name, int units) {
        return linear(name, units, Bias.TRAINED);
    }

    /** A fully connected layer. */
    public NetworkLayersBuilder linear(String name, int units, Bias bias) {
        return add(Linear.of(name, last, units, bias));
    }

    /** The sum of two layers. */
    public NetworkLayersBuilder add(String name, String left, String right) {
        return add(Add.of(name, value(left), value(right)));
    }

    /** Layers one after the other along the channels. */
    public NetworkLayersBuilder concat(String name, String... layers) {
        return add(Concat.of(name, Stream.of(layers).map(this::value).toList()));
    }

    /** A further classifier, for training alone: the cross-entropy of a layer, with a weight above 0 in the sum. */
    public NetworkLayersBuilder auxiliaryHead(String logits, double weight) {
        heads.add(new SoftmaxCrossEntropy(logits + "_" + LOSS, value(logits), weight));
        return this;
    }

    /** The network, which is trained as a classifier: its last layer gives a logit for each class. */
    public NetworkLayers crossEntropy() {
        return build(new SoftmaxCrossEntropy(LOSS, output(), 1));
    }

    /** The network, which is trained towards targets of its output's shape with {@code factor} times the squared error. */
    public NetworkLayers squaredError(double factor) {
        return build(new SquaredError(LOSS, output(), factor));
    }

    private NetworkLayers build(Loss loss) {
        endBlock();
        List<Loss> losses = new ArrayList<>();
        losses.add(loss);
        losses.addAll(heads);
        return new NetworkLayers(images, blocks, losses);
    }

    /** The last layer's, wherever a {@link #from} without a layer behind it points. */
    private Value output() {
        return open.get(open.size() - 1).output();
    }

    private NetworkLayersBuilder add(Layer layer) {
        if (values.put(layer.name(), layer.output()) != null) {
            throw new IllegalArgumentException("two layers are named " + layer.name());
        }
        open.add(layer);
        last = layer.output();
        return this;
    }

    private Value value(String layer) {
        Value value = values.get(layer);
        if (value == null) {
            throw new IllegalArgumentException("no layer before is named " + layer + "; there are " + values.keySet());
        }
        return value;
    }

    private void endBlock() {
        if (block != null) {
            blocks.add(new Block<>(block, open));
            open.clear();
        }
    }
}
