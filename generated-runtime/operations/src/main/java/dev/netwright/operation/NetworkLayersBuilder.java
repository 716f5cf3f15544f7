package dev.netwright.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists a network's layers in computing order. A layer reads the layer before it, or the one that {@link #from} names;
 * sums, products and concatenations name all their inputs. Shapes follow from the images' shape.
 *
 * <p>Layers have the paper's names, each used once. A layer must be listed before another method names it. Every method
 * that lists a layer returns the builder, and throws {@link IllegalArgumentException} if the name is taken and
 * {@link IllegalStateException} if no block is open.
 */
public final class NetworkLayersBuilder {
    private static final String LOSS = "loss";

    private final Value images;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Block<Layer>> blocks = new ArrayList<>();
    private final List<Layer> open = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private String block = "";
    private Value last;

    NetworkLayersBuilder(Value images) {
        this.images = images;
        last = images;
        values.put(images.name(), images);
    }

    /**
     * Starts a block, which contains the layers up to the next block.
     *
     * @param name a Java identifier, unique among the blocks
     * @return this builder
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
     * Sets the input of the next layer.
     *
     * @param layer the name of an earlier layer, or {@link Value#IMAGES}
     * @return this builder
     * @throws IllegalArgumentException if no earlier layer has the name
     */
    public NetworkLayersBuilder from(String layer) {
        last = value(layer);
        return this;
    }

    /**
     * Adds a convolution of one group, with bias.
     *
     * @param name the layer's name
     * @param channels the number of output channels
     * @param window kernel, stride, padding and dilation
     * @return this builder
     */
    public NetworkLayersBuilder convolution(String name, int channels, Window window) {
        return convolution(name, channels, window, Bias.TRAINED);
    }

    /**
     * Adds a convolution of one group.
     *
     * @param name the layer's name
     * @param channels the number of output channels
     * @param window kernel, stride, padding and dilation
     * @param bias whether a bias is trained
     * @return this builder
     */
    public NetworkLayersBuilder convolution(String name, int channels, Window window, Bias bias) {
        return convolution(name, channels, window, 1, bias);
    }

    /**
     * Adds a convolution.
     *
     * @param name the layer's name
     * @param channels the number of output channels
     * @param window kernel, stride, padding and dilation
     * @param groups the number of channel groups, which divides input and output channels
     * @param bias whether a bias is trained
     * @return this builder
     */
    public NetworkLayersBuilder convolution(String name, int channels, Window window, int groups, Bias bias) {
        return add(Convolution.of(name, last, channels, window, groups, bias));
    }

    /**
     * Adds a batch norm that keeps the {@linkplain RunningVariance#UNBIASED unbiased} running variance.
     *
     * @param name the layer's name
     * @param epsilon the number added to the variance, above 0
     * @param momentum the share of the newest batch in the running statistics, above 0 and at most 1
     * @return this builder
     */
    public NetworkLayersBuilder batchNorm(String name, double epsilon, double momentum) {
        return batchNorm(name, epsilon, momentum, RunningVariance.UNBIASED);
    }

    /**
     * Adds a batch norm.
     *
     * @param name the layer's name
     * @param epsilon the number added to the variance, above 0
     * @param momentum the share of the newest batch in the running statistics, above 0 and at most 1
     * @param variance which variance of a batch enters the running variance
     * @return this builder
     */
    public NetworkLayersBuilder batchNorm(String name, double epsilon, double momentum, RunningVariance variance) {
        return add(BatchNorm.of(name, last, epsilon, momentum, variance));
    }

    /**
     * Adds a {@linkplain LocalResponseNorm local response norm}.
     *
     * @param name the layer's name
     * @param size the number of neighbouring channels in each sum, odd and at least 1
     * @param alpha the factor of the mean square, above 0
     * @param beta the exponent, above 0
     * @param k the constant added to the scaled mean square, above 0
     * @return this builder
     */
    public NetworkLayersBuilder localResponseNorm(String name, int size, double alpha, double beta, double k) {
        return add(LocalResponseNorm.of(name, last, size, alpha, beta, k));
    }

    /**
     * Adds {@code y = x}.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder identity(String name) {
        return activation(name, ActivationFunction.IDENTITY);
    }

    /**
     * Adds {@code y = max(x, 0)}.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder relu(String name) {
        return activation(name, ActivationFunction.RELU);
    }

    /**
     * Adds {@code y = 1 / (1 + exp(-x))}.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder sigmoid(String name) {
        return activation(name, ActivationFunction.SIGMOID);
    }

    /**
     * Adds {@code y = tanh(x)}.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder tanh(String name) {
        return activation(name, ActivationFunction.TANH);
    }

    /**
     * Adds {@code y = x} where {@code x > 0}, else {@code slope x}.
     *
     * @param name the layer's name
     * @param slope at least 0 and below 1
     * @return this builder
     */
    public NetworkLayersBuilder leakyRelu(String name, double slope) {
        return activation(name, ActivationFunction.leakyRelu(slope));
    }

    /**
     * Adds {@code y = x} where {@code x > 0}, else {@code alpha (exp(x) - 1)}.
     *
     * @param name the layer's name
     * @param alpha a finite number above 0
     * @return this builder
     */
    public NetworkLayersBuilder elu(String name, double alpha) {
        return activation(name, ActivationFunction.elu(alpha));
    }

    /**
     * Adds any elementwise function. Identity, ReLU, sigmoid, tanh, leaky ReLU and ELU have methods of their own.
     *
     * @param name the layer's name
     * @param function the function
     * @return this builder
     */
    public NetworkLayersBuilder activation(String name, ActivationFunction function) {
        return add(Activation.of(name, last, function));
    }

    /**
     * Adds a max-pool whose output size is rounded down.
     *
     * @param name the layer's name
     * @param window kernel, stride and padding
     * @return this builder
     */
    public NetworkLayersBuilder maxPool(String name, Window window) {
        return maxPool(name, window, Rounding.DOWN);
    }

    /**
     * Adds a max-pool.
     *
     * @param name the layer's name
     * @param window kernel, stride and padding
     * @param rounding how the output's size is rounded
     * @return this builder
     */
    public NetworkLayersBuilder maxPool(String name, Window window, Rounding rounding) {
        return pool(name, PoolKind.MAX, window, rounding);
    }

    /**
     * Adds an average pool whose output size is rounded down.
     *
     * @param name the layer's name
     * @param window kernel, stride and padding
     * @return this builder
     */
    public NetworkLayersBuilder averagePool(String name, Window window) {
        return averagePool(name, window, Rounding.DOWN);
    }

    /**
     * Adds an average pool.
     *
     * @param name the layer's name
     * @param window kernel, stride and padding
     * @param rounding how the output's size is rounded
     * @return this builder
     */
    public NetworkLayersBuilder averagePool(String name, Window window, Rounding rounding) {
        return pool(name, PoolKind.AVERAGE, window, rounding);
    }

    /**
     * Adds a pool of either kind whose output size is rounded down.
     *
     * @param name the layer's name
     * @param kind maximum or average
     * @param window kernel, stride and padding
     * @return this builder
     */
    public NetworkLayersBuilder pool(String name, PoolKind kind, Window window) {
        return pool(name, kind, window, Rounding.DOWN);
    }

    /**
     * Adds a pool of either kind.
     *
     * @param name the layer's name
     * @param kind maximum or average
     * @param window kernel, stride and padding
     * @param rounding how the output's size is rounded
     * @return this builder
     */
    public NetworkLayersBuilder pool(String name, PoolKind kind, Window window, Rounding rounding) {
        return add(Pool.of(name, last, kind, window, rounding));
    }

    /**
     * Adds a pool that reduces each channel to its mean.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder globalAveragePool(String name) {
        return add(Pool.globalAverage(name, last));
    }

    /**
     * Adds a pool that reduces each channel to its largest value.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder globalMaxPool(String name) {
        return add(Pool.globalMax(name, last));
    }

    /**
     * Adds a dropout.
     *
     * @param name the layer's name
     * @param rate the share of values to drop, at least 0 and below 1
     * @return this builder
     */
    public NetworkLayersBuilder dropout(String name, double rate) {
        return add(Dropout.of(name, last, rate));
    }

    /**
     * Adds a layer that reads an image as the vector of its channels, rows and columns.
     *
     * @param name the layer's name
     * @return this builder
     */
    public NetworkLayersBuilder flatten(String name) {
        return add(Flatten.of(name, last));
    }

    /**
     * Adds a fully connected layer with bias.
     *
     * @param name the layer's name
     * @param units the number of outputs
     * @return this builder
     */
    public NetworkLayersBuilder linear(String name, int units) {
        return linear(name, units, Bias.TRAINED);
    }

    /**
     * Adds a fully connected layer.
     *
     * @param name the layer's name
     * @param units the number of outputs
     * @param bias whether a bias is trained
     * @return this builder
     */
    public NetworkLayersBuilder linear(String name, int units, Bias bias) {
        return add(Linear.of(name, last, units, bias));
    }

    /**
     * Adds the sum of two layers' outputs.
     *
     * @param name the layer's name
     * @param left the name of an earlier layer
     * @param right the name of an earlier layer with an output of the same shape
     * @return this builder
     */
    public NetworkLayersBuilder add(String name, String left, String right) {
        return add(Add.of(name, value(left), value(right)));
    }

    /**
     * Adds the product of two layers' outputs.
     *
     * @param name the layer's name
     * @param left the name of an earlier layer
     * @param right the name of an earlier layer with an output of the same shape, or with one value for each channel,
     *     which multiplies all pixels of the channel
     * @return this builder
     */
    public NetworkLayersBuilder multiply(String name, String left, String right) {
        return add(Multiply.of(name, value(left), value(right)));
    }

    /**
     * Adds the concatenation of layers' outputs along the channels.
     *
     * @param name the layer's name
     * @param layers the names of earlier layers, in order, with outputs of equal height and width
     * @return this builder
     */
    public NetworkLayersBuilder concat(String name, String... layers) {
        return add(Concat.of(name, Stream.of(layers).map(this::value).toList()));
    }

    /**
     * Adds any layer by its form.
     *
     * @param name the layer's name
     * @param form the layer's type and settings
     * @param layers the names of the layers that it reads; none for the layer before it
     * @return this builder
     */
    public NetworkLayersBuilder layer(String name, LayerForm form, String... layers) {
        return add(form.at(
                name,
                layers.length == 0
                        ? List.of(last)
                        : Stream.of(layers).map(this::value).toList()));
    }

    /**
     * Adds the loss of an auxiliary head, which exists in training only, to the training loss. It is of the same form as the network's own
     * loss and has the same targets.
     *
     * @param logits the name of the layer that computes the auxiliary head's output
     * @param weight the factor of its loss, above 0; the network's own loss has factor 1
     * @return this builder
     */
    public NetworkLayersBuilder auxiliaryHead(String logits, double weight) {
        heads.add(new Head(value(logits), weight));
        return this;
    }

    /**
     * Finishes a network whose last layer computes a logit for each class, and which is trained with cross-entropy.
     *
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers crossEntropy() {
        return loss(new SoftmaxCrossEntropy.Form());
    }

    /**
     * Finishes a network that is trained with the squared error against targets of its output's shape.
     *
     * @param factor the factor of the summed squared error, above 0
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers squaredError(double factor) {
        return loss(new SquaredError.Form(factor));
    }

    /**
     * Finishes a network whose last layer computes a logit for each class, and which is trained with focal loss.
     *
     * @param gamma how much less an image counts that is classified well, at least 0
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers focalLoss(double gamma) {
        return loss(new FocalLoss.Form(gamma));
    }

    /**
     * Finishes a network whose last layer computes a logit for each label, and which is trained with the cross-entropy of sigmoids.
     *
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers sigmoidCrossEntropy() {
        return loss(new SigmoidCrossEntropy.Form());
    }

    /**
     * Finishes a network whose last layer computes a logit for each class and pixel, and which is trained with the cross-entropy of the pixels.
     *
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers pixelCrossEntropy() {
        return loss(new PixelCrossEntropy.Form());
    }

    /**
     * Finishes a network whose last layer computes a logit for each class and pixel, and which is trained with the soft Dice loss.
     *
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers pixelDice() {
        return loss(new PixelDice.Form());
    }

    /**
     * Finishes a network that is trained with the mean squared error.
     *
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers meanSquaredError() {
        return loss(new MeanError.Form(new ErrorFunction.Squared()));
    }

    /**
     * Finishes a network that is trained with the mean absolute error.
     *
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers meanAbsoluteError() {
        return loss(new MeanError.Form(new ErrorFunction.Absolute()));
    }

    /**
     * Finishes a network that is trained with Huber's loss.
     *
     * @param delta the difference above which the loss grows linearly, above 0
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers huberLoss(double delta) {
        return loss(new MeanError.Form(new ErrorFunction.Huber(delta)));
    }

    /**
     * Finishes a network.
     *
     * @param form the loss that training minimizes
     * @return the network
     * @throws IllegalStateException if the last block has no layer
     */
    public NetworkLayers loss(LossForm form) {
        List<Loss> losses = new ArrayList<>();
        losses.add(form.at(LOSS, output(), 1));
        endBlock();
        heads.forEach(head -> losses.add(form.at(head.output().name() + "_" + LOSS, head.output(), head.weight())));
        return new NetworkLayers(images, blocks, losses);
    }

    /** The output of an auxiliary head with the factor of its loss. */
    private record Head(Value output, double weight) {}

    /** The output of the last layer, even if {@link #from} has named another one since. */
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
