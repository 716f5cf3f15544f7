package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns layers into kernels: a convolution or fully connected layer takes its activation in; a dropout between the two
 * moves behind a rectifier, with which it commutes; an inference program has no dropout.
 */
final class Fusion {
    private final Mode mode;

    /** For each node that has been fused, the value that stands for its output. */
    private final Map<String, String> valueOf = new LinkedHashMap<>();

    private int dropouts;

    private Fusion(Mode mode) {
        this.mode = mode;
        valueOf.put(NetworkGraph.IMAGES, NetworkGraph.IMAGES);
    }

    static List<KernelBlock> fuse(NetworkGraph graph, Mode mode) {
        Fusion fusion = new Fusion(mode);
        return graph.blocks().stream().map(fusion::block).toList();
    }

    private KernelBlock block(Block block) {
        List<Node> nodes = new ArrayList<>(block.nodes());
        Map<String, String> movedBehind = moveDropoutsBehindRectifiers(nodes);
        List<Kernel> kernels = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String input = valueRead(node);
            if (mode == Mode.INFERENCE && node.layer() instanceof Layer.Dropout) {
                valueOf.put(node.name(), input);
                continue;
            }
            ActivationFunction function = ActivationFunction.IDENTITY;
            if (takesActivation(node.layer())
                    && i + 1 < nodes.size()
                    && nodes.get(i + 1).layer() instanceof Layer.Activation activation
                    && nodes.get(i + 1).input().equals(node.name())) {
                function = activation.function();
                i++;
                valueOf.put(nodes.get(i).name(), node.name());
            }
            kernels.add(node.layer().accept(new KernelOf(node.name(), input, function, dropouts)));
            valueOf.put(node.name(), node.name());
            if (node.layer() instanceof Layer.Dropout) {
                dropouts++;
                // Who read the rectifier, which stood last, now reads the dropout.
                valueOf.put(movedBehind.getOrDefault(node.name(), node.name()), node.name());
            }
        }
        return new KernelBlock(block.name(), kernels);
    }

    /**
     * {@code linear, dropout, relu} becomes {@code linear, relu, dropout}: scaling by 0 or 1/(1-p) commutes with ReLU.
     *
     * @return for each dropout that moved, the rectifier before it
     */
    private static Map<String, String> moveDropoutsBehindRectifiers(List<Node> nodes) {
        Map<String, String> movedBehind = new LinkedHashMap<>();
        for (int i = 0; i + 1 < nodes.size(); i++) {
            Node dropout = nodes.get(i);
            Node rectifier = nodes.get(i + 1);
            if (dropout.layer() instanceof Layer.Dropout
                    && rectifier.layer() instanceof Layer.Activation activation
                    && activation.function().isPositivelyHomogeneous()
                    && rectifier.input().equals(dropout.name())) {
                nodes.set(i, new Node(rectifier.name(), rectifier.layer(), dropout.input(), rectifier.origin()));
                nodes.set(i + 1, new Node(dropout.name(), dropout.layer(), rectifier.name(), dropout.origin()));
                movedBehind.put(dropout.name(), rectifier.name());
                i++;
            }
        }
        return movedBehind;
    }

    private String valueRead(Node node) {
        String value = valueOf.get(node.input());
        if (value == null) {
            throw new IllegalStateException(node.name() + " reads " + node.input() + " before it is computed");
        }
        return value;
    }

    private static boolean takesActivation(Layer layer) {
        return layer instanceof Layer.Convolution || layer instanceof Layer.Linear;
    }

    /**
     * The kernel of one layer.
     *
     * @param function the activation that it takes in
     * @param dropouts number of dropouts before it
     */
    private record KernelOf(String name, String input, ActivationFunction function, int dropouts)
            implements Layer.Visitor<Kernel> {
        @Override
        public Kernel convolution(Layer.Convolution layer) {
            return new Kernel.ConvBiasActivation(name, input, layer.window(), function);
        }

        @Override
        public Kernel pool(Layer.Pool layer) {
            return new Kernel.Pool(name, input, layer.kind(), layer.window());
        }

        @Override
        public Kernel localResponseNorm(Layer.LocalResponseNorm layer) {
            return new Kernel.LocalResponseNorm(name, input, layer.size(), layer.alpha(), layer.beta(), layer.k());
        }

        @Override
        public Kernel activation(Layer.Activation layer) {
            throw new IllegalStateException("no kernel computes " + name + " by itself");
        }

        @Override
        public Kernel dropout(Layer.Dropout layer) {
            return new Kernel.Dropout(name, input, layer.rate(), dropouts);
        }

        @Override
        public Kernel linear(Layer.Linear layer) {
            return new Kernel.Linear(name, input, function);
        }
    }
}
