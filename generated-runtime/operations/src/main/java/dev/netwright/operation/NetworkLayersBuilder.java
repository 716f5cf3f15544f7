package dev.netwright.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists a network's layers in computing order. A layer reads the one before it, or the one that {@link #from} names; sums and
 * joins name all that they read. Shapes follow from the image's.
 *
 * <p>Layers are named as in the paper, each once; what a method names must have been listed before.
 */
public final class NetworkLayersBuilder {
    private static final String LOSS = "loss";

    private final Value images;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Block<Layer>> blocks = new ArrayList<>();
    private final List<Layer> open = new ArrayList<>();
    private final List<Loss> heads = new ArrayList<>();
    private String block = "";
    private Value last;

    NetworkLayersBuilder(Value images) {
        this.images = images;
        last = images;
        values.put(images.name(), images);
    }

    /**
     * Begins a block, which holds the layers up to the next one.
     *
     * @throws IllegalArgumentException if another block has the name
     */
    public NetworkLayersBuilder block(String name) {
        endBlock();
        if (!names.add(name)) {
            throw new IllegalArgumentException("two blocks are named " + name);
        }
        block = name;
        return this;
    }

    /**
     * Lets the next layer read another one, or {@link Value#IMAGES}.
     *
     * @throws IllegalArgumentException if no layer before has the name
     */
    public NetworkLayersBuilder from(String layer) {
        last = value(layer);
        return this;
    }

    /** A convolution of one group, with bias. */
    public NetworkLayersBuilder convolution(String name, int channels, Window window) {
        return convolution(name, channels, window, Bias.TRAINED);
    }

    /** A convolution of one group. */
    public NetworkLayersBuilder convolution(String name, int channels, Window window, Bias bias) {
        return convolution(name, channels, window, 1, bias);
    }

    /** A convolution; {@code groups} divides the channels that it reads and those that it gives. */
    public NetworkLayersBuilder convolution(String name, int channels, Window window, int groups, Bias bias) {
        return add(Convolution.of(name, last, channels, window, groups, bias));
    }

    /** A batch norm whose running variance is {@linkplain RunningVariance#UNBIASED unbiased}. */
    public NetworkLayersBuilder batchNorm(String name, double epsilon, double momentum) {
        return batchNorm(name, epsilon, momentum, RunningVariance.UNBIASED);
    }

    /** A batch norm. */
    public NetworkLayersBuilder batchNorm(String name, double epsilon, double momentum, RunningVariance variance) {
        return add(BatchNorm.of(name, last, epsilon, momentum, variance));
    }

    /** A local response norm over {@code size} channels. */
    public NetworkLayersBuilder localResponseNorm(String name, int size, double alpha, double beta, double k) {
        return add(LocalResponseNorm.of(name, last, size, alpha, beta, k));
    }

    /** What the layer before gives. */
    public NetworkLayersBuilder identity(String name) {
        return activation(name, ActivationFunction.IDENTITY);
    }

    /** {@code y = max(x, 0)}. */
    public NetworkLayersBuilder relu(String name) {
        return activation(name, ActivationFunction.RELU);
    }

    /** {@code y = 1 / (1 + exp(-x))}. */
    public NetworkLayersBuilder sigmoid(String name) {
        return activation(name, ActivationFunction.SIGMOID);
    }

    /** {@code y = tanh(x)}. */
    public NetworkLayersBuilder tanh(String name) {
        return activation(name, ActivationFunction.TANH);
    }

    /** Any function; the four above have a method of their own. */
    public NetworkLayersBuilder activation(String name, ActivationFunction function) {
        return add(Activation.of(name, last, function));
    }

    /** A maximum pool whose output size is rounded down. */
    public NetworkLayersBuilder maxPool(String name, Window window) {
        return maxPool(name, window, Rounding.DOWN);
    }

    /** A maximum pool. */
    public NetworkLayersBuilder maxPool(String name, Window window, Rounding rounding) {
        return pool(name, PoolKind.MAX, window, rounding);
    }

    /** An average pool whose output size is rounded down. */
    public NetworkLayersBuilder averagePool(String name, Window window) {
        return averagePool(name, window, Rounding.DOWN);
    }

    /** An average pool. */
    public NetworkLayersBuilder averagePool(String name, Window window, Rounding rounding) {
        return pool(name, PoolKind.AVERAGE, window, rounding);
    }

    /** A pool of either kind whose output size is rounded down. */
    public NetworkLayersBuilder pool(String name, PoolKind kind, Window window) {
        return pool(name, kind, window, Rounding.DOWN);
    }

    /** A pool of either kind. */
    public NetworkLayersBuilder pool(String name, PoolKind kind, Window window, Rounding rounding) {
        return add(Pool.of(name, last, kind, window, rounding));
    }

    /** The mean of each channel. */
    public NetworkLayersBuilder globalAveragePool(String name) {
        return add(Pool.globalAverage(name, last));
    }

    /** A dropout of a share of at least 0 and below 1. */
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

    /** Any layer by its form, which reads the layer before it unless it names those that it reads. */
    public NetworkLayersBuilder layer(String name, LayerForm form, String... layers) {
        return add(form.at(
                name,
                layers.length == 0
                        ? List.of(last)
                        : Stream.of(layers).map(this::value).toList()));
    }

    /** A further classifier, for training alone: the cross-entropy of a layer's logits, with a weight above 0 in the sum. */
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

    /** What the last layer gives, wherever a {@link #from} without a layer behind it points. */
    private Value output() {
        if (open.isEmpty()) {
            throw new IllegalStateException("no layer is listed in block " + block);
        }
        return open.get(open.size() - 1).output();
    }

    private NetworkLayersBuilder add(Layer layer) {
        if (block.isEmpty()) {
            throw new IllegalStateException("no block is begun for layer " + layer.name());
        }
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
        if (!block.isEmpty()) {
            blocks.add(new Block<>(block, open));
            open.clear();
        }
    }
}
