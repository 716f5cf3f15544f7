package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns layers into kernels: a convolution or fully connected layer takes its activation in; a dropout between the two
 * moves behind a rectifier, with which it commutes; an inference program has no dropout.
 */
final class Fusion implements Layer.Visitor<Kernel> {
    private final Mode mode;
    /** For each node that has been fused, the value that stands for its output. */
    private final Map<String, String> valueOf = new HashMap<>();

    /** For each dropout that moved, the rectifier whose readers now read the dropout. */
    private final Map<String, String> movedBehind = new HashMap<>();

    private List<Node> nodes = List.of();
    private int next;
    private int dropouts;
    private Node node;

    private Fusion(Mode mode, Node first) {
        this.mode = mode;
        this.node = first;
        valueOf.put(NetworkGraph.IMAGES, NetworkGraph.IMAGES);
    }

    static List<KernelBlock> fuse(NetworkGraph graph, Mode mode) {
        Fusion fusion = new Fusion(mode, graph.blocks().get(0).nodes().get(0));
        return graph.blocks().stream().map(fusion::block).toList();
    }

    private KernelBlock block(Block block) {
        nodes = dropoutsBehindRectifiers(block.nodes());
        List<Kernel> kernels = new ArrayList<>();
        next = 0;
        while (next < nodes.size()) {
            node = nodes.get(next++);
            if (mode == Mode.INFERENCE && node.layer() instanceof Layer.Dropout) {
                valueOf.put(node.name(), input());
                continue;
            }
            Kernel kernel = node.layer().accept(this);
            valueOf.put(node.name(), kernel.name());
            valueOf.put(nodes.get(next - 1).name(), kernel.name());
            String rectifier = movedBehind.get(node.name());
            if (rectifier != null) {
                valueOf.put(rectifier, kernel.name());
            }
            kernels.add(kernel);
        }
        return new KernelBlock(block.name(), kernels);
    }

    /** {@code linear, dropout, relu} becomes {@code linear, relu, dropout}: scaling by 0 or 1/(1-p) commutes with ReLU. */
    private List<Node> dropoutsBehindRectifiers(List<Node> written) {
        List<Node> nodes = new ArrayList<>(written);
        for (int i = 0; i + 1 < nodes.size(); i++) {
            Node first = nodes.get(i);
            Node second = nodes.get(i + 1);
            if (first.layer() instanceof Layer.Dropout
                    && second.layer() instanceof Layer.Activation activation
                    && activation.function().isPositivelyHomogeneous()
                    && second.input().equals(first.name())) {
                nodes.set(i, new Node(second.name(), second.layer(), first.input(), second.origin()));
                nodes.set(i + 1, new Node(first.name(), first.layer(), second.name(), first.origin()));
                movedBehind.put(first.name(), second.name());
            }
        }
        return nodes;
    }

    private String input() {
        String value = valueOf.get(node.input());
        if (value == null) {
            throw new IllegalStateException(node.name() + " reads " + node.input() + " before it is computed");
        }
        return value;
    }

    /** The activation that directly follows, taken into the current kernel. */
    private ActivationFunction takeActivation() {
        if (next < nodes.size()
                && nodes.get(next).layer() instanceof Layer.Activation activation
                && nodes.get(next).input().equals(node.name())) {
            next++;
            return activation.function();
        }
        return ActivationFunction.IDENTITY;
    }

    @Override
    public Kernel convolution(Layer.Convolution layer) {
        return new Kernel.ConvBiasActivation(node.name(), input(), layer.window(), takeActivation());
    }

    @Override
    public Kernel pool(Layer.Pool layer) {
        return new Kernel.Pool(node.name(), input(), layer.kind(), layer.window());
    }

    @Override
    public Kernel localResponseNorm(Layer.LocalResponseNorm layer) {
        return new Kernel.LocalResponseNorm(node.name(), input(), layer.size(), layer.alpha(), layer.beta(), layer.k());
    }

    @Override
    public Kernel activation(Layer.Activation layer) {
        throw new IllegalStateException("no kernel computes " + node.name() + " by itself");
    }

    @Override
    public Kernel dropout(Layer.Dropout layer) {
        return new Kernel.Dropout(node.name(), input(), layer.rate(), dropouts++);
    }

    @Override
    public Kernel linear(Layer.Linear layer) {
        return new Kernel.Linear(node.name(), input(), takeActivation());
    }
}
