package dev.netwright.processor.plan;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Rounding;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;

/** Lists a network's layers as the generated class does: the builder is the same. */
final class LayerListing implements Layer.Visitor<NetworkLayersBuilder> {
    private final NetworkLayersBuilder network;
    private final Node node;

    private LayerListing(NetworkLayersBuilder network, Node node) {
        this.network = network;
        this.node = node;
    }

    /** The layers of a graph in which everything fits. */
    static NetworkLayers of(NetworkGraph graph) {
        NetworkLayersBuilder network = NetworkLayers.of(Shape.image(graph.channels(), graph.height(), graph.width()));
        graph.blocks().stream().filter(block -> !block.nodes().isEmpty()).forEach(block -> list(block, graph, network));
        return switch (graph.loss()) {
            case CROSS_ENTROPY -> network.crossEntropy();
            case SQUARED_ERROR -> network.squaredError(1);
            case HALF_SQUARED_ERROR -> network.squaredError(0.5);
        };
    }

    private static void list(Block block, NetworkGraph graph, NetworkLayersBuilder network) {
        network.block(block.name());
        for (Node node : block.nodes()) {
            network.from(node.input());
            node.layer().accept(new LayerListing(network, node));
            graph.auxiliaryHeads().stream()
                    .filter(head -> head.logits().equals(node.name()))
                    .forEach(head -> network.auxiliaryHead(head.logits(), head.weight()));
        }
    }

    @Override
    public NetworkLayersBuilder convolution(Layer.Convolution layer) {
        return network.convolution(
                node.name(), layer.channels(), window(layer.window()), layer.groups(), bias(layer.hasBias()));
    }

    @Override
    public NetworkLayersBuilder pool(Layer.Pool layer) {
        return network.pool(
                node.name(),
                PoolKind.valueOf(layer.kind().name()),
                window(layer.window()),
                layer.isCeil() ? Rounding.UP : Rounding.DOWN);
    }

    @Override
    public NetworkLayersBuilder globalAveragePool(Layer.GlobalAveragePool layer) {
        return network.globalAveragePool(node.name());
    }

    @Override
    public NetworkLayersBuilder batchNorm(Layer.BatchNorm layer) {
        return network.batchNorm(
                node.name(),
                layer.epsilon(),
                layer.momentum(),
                layer.isUnbiased() ? RunningVariance.UNBIASED : RunningVariance.BIASED);
    }

    @Override
    public NetworkLayersBuilder localResponseNorm(Layer.LocalResponseNorm layer) {
        return network.localResponseNorm(node.name(), layer.size(), layer.alpha(), layer.beta(), layer.k());
    }

    @Override
    public NetworkLayersBuilder activation(Layer.Activation layer) {
        return network.activation(
                node.name(), ActivationFunction.valueOf(layer.function().name()));
    }

    @Override
    public NetworkLayersBuilder dropout(Layer.Dropout layer) {
        return network.dropout(node.name(), layer.rate());
    }

    @Override
    public NetworkLayersBuilder flatten(Layer.Flatten layer) {
        return network.flatten(node.name());
    }

    @Override
    public NetworkLayersBuilder add(Layer.Add layer) {
        return network.add(node.name(), node.inputs().get(0), node.inputs().get(1));
    }

    @Override
    public NetworkLayersBuilder concat(Layer.Concat layer) {
        return network.concat(node.name(), node.inputs().toArray(String[]::new));
    }

    @Override
    public NetworkLayersBuilder linear(Layer.Linear layer) {
        return network.linear(node.name(), layer.units(), bias(layer.hasBias()));
    }

    private static Bias bias(boolean isTrained) {
        return isTrained ? Bias.TRAINED : Bias.NONE;
    }

    private static Window window(dev.netwright.processor.network.Window window) {
        return new Window(
                window.kernelHeight(),
                window.kernelWidth(),
                window.strideHeight(),
                window.strideWidth(),
                window.paddingHeight(),
                window.paddingWidth(),
                window.dilationHeight(),
                window.dilationWidth());
    }
}
