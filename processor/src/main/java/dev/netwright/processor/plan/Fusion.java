package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns layers into kernels: a convolution, fully connected layer, norm or sum takes its activation in, in an inference
 * program a convolution its norm as well; layers that need no kernel are gone before ({@link Simplification}).
 */
final class Fusion {
    private final ShapedNetwork network;
    private final Mode mode;
    private final Simplification simple;
    private int dropouts;

    private Fusion(ShapedNetwork network, Mode mode, Simplification simple) {
        this.network = network;
        this.mode = mode;
        this.simple = simple;
    }

    /**
     * A program's kernels.
     *
     * @param output id of the value that is the network's output
     * @param auxiliaryOutputs ids of those of the auxiliary heads, none in an inference program
     */
    record Fused(List<KernelBlock> blocks, String output, List<String> auxiliaryOutputs) {}

    static Fused fuse(ShapedNetwork network, Mode mode) {
        NetworkGraph graph = network.graph();
        Simplification simple = Simplification.of(graph, mode);
        Fusion fusion = new Fusion(network, mode, simple);
        List<KernelBlock> blocks = simple.blocks().stream()
                .map(fusion::block)
                .filter(block -> !block.kernels().isEmpty())
                .toList();
        List<String> auxiliary = mode == Mode.INFERENCE
                ? List.of()
                : graph.auxiliaryHeads().stream()
                        .map(head -> simple.output(head.logits()))
                        .toList();
        return new Fused(blocks, simple.output(graph.output()), auxiliary);
    }

    private KernelBlock block(Block block) {
        List<Node> nodes = block.nodes();
        List<Kernel> kernels = new ArrayList<>();
        int i = 0;
        while (i < nodes.size()) {
            Node node = nodes.get(i);
            Optional<Node> norm = mode == Mode.INFERENCE && node.layer() instanceof Layer.Convolution
                    ? soleReader(nodes, i, Layer.BatchNorm.class)
                    : Optional.empty();
            i += norm.isPresent() ? 1 : 0;
            Optional<Node> activation =
                    takesActivation(node.layer()) ? soleReader(nodes, i, Layer.Activation.class) : Optional.empty();
            i += activation.isPresent() ? 1 : 0;
            ActivationFunction function = activation
                    .map(reader -> ((Layer.Activation) reader.layer()).function())
                    .orElse(ActivationFunction.IDENTITY);
            Kernel kernel = node.layer().accept(new KernelOf(node, norm, function));
            kernels.add(kernel);
            norm.ifPresent(fused -> simple.replace(fused.name(), kernel.name()));
            activation.ifPresent(fused -> simple.replace(fused.name(), kernel.name()));
            i++;
        }
        return new KernelBlock(block.name(), kernels);
    }

    private Optional<Node> soleReader(List<Node> nodes, int i, Class<? extends Layer> layer) {
        if (i + 1 == nodes.size() || !layer.isInstance(nodes.get(i + 1).layer())) {
            return Optional.empty();
        }
        Node next = nodes.get(i + 1);
        String value = nodes.get(i).name();
        return value(next.input()).equals(value) && simple.reads(value) == 1 ? Optional.of(next) : Optional.empty();
    }

    private String value(String node) {
        return simple.value(node);
    }

    private static boolean takesActivation(Layer layer) {
        return layer instanceof Layer.Convolution
                || layer instanceof Layer.Linear
                || layer instanceof Layer.BatchNorm
                || layer instanceof Layer.Add;
    }

    /** The kernel of one layer, with the norm and the activation that it takes in. */
    private final class KernelOf implements Layer.Visitor<Kernel> {
        private final Node node;
        private final String input;
        private final Optional<Node> norm;
        private final ActivationFunction function;

        KernelOf(Node node, Optional<Node> norm, ActivationFunction function) {
            this.node = node;
            this.input = value(node.input());
            this.norm = norm;
            this.function = function;
        }

        @Override
        public Kernel convolution(Layer.Convolution layer) {
            return norm.<Kernel>map(batchNorm -> new Kernel.ConvNormActivation(
                            node.name(),
                            batchNorm.parameterPrefix(),
                            input,
                            layer.window(),
                            ((Layer.BatchNorm) batchNorm.layer()).epsilon(),
                            function))
                    .orElseGet(() -> new Kernel.ConvBiasActivation(node.name(), input, layer.window(), function));
        }

        @Override
        public Kernel pool(Layer.Pool layer) {
            return new Kernel.Pool(node.name(), input, layer.kind(), layer.window());
        }

        @Override
        public Kernel globalAveragePool(Layer.GlobalAveragePool layer) {
            Shape image = network.shapeOf(node.input());
            Window whole = new Window(image.height(), image.width(), 1, 1, 0, 0, 1, 1);
            return new Kernel.Pool(node.name(), input, PoolKind.AVERAGE, whole);
        }

        @Override
        public Kernel batchNorm(Layer.BatchNorm layer) {
            return new Kernel.NormActivation(node.name(), node.parameterPrefix(), input, layer, function);
        }

        @Override
        public Kernel localResponseNorm(Layer.LocalResponseNorm layer) {
            return new Kernel.LocalResponseNorm(
                    node.name(), input, layer.size(), layer.alpha(), layer.beta(), layer.k());
        }

        @Override
        public Kernel activation(Layer.Activation layer) {
            return new Kernel.ElementwiseActivation(node.name(), input, layer.function());
        }

        @Override
        public Kernel dropout(Layer.Dropout layer) {
            return new Kernel.Dropout(node.name(), input, layer.rate(), dropouts++);
        }

        @Override
        public Kernel flatten(Layer.Flatten layer) {
            throw new IllegalStateException("flattening " + node.name() + " needs no kernel");
        }

        @Override
        public Kernel add(Layer.Add layer) {
            return new Kernel.AddActivation(
                    node.name(), input, value(node.inputs().get(1)), function);
        }

        @Override
        public Kernel concat(Layer.Concat layer) {
            return new Kernel.Concat(
                    node.name(), node.inputs().stream().map(Fusion.this::value).toList());
        }

        @Override
        public Kernel linear(Layer.Linear layer) {
            return new Kernel.Linear(node.name(), input, function);
        }
    }
}
