package dev.netwright.processor.plan;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What layers and kernels compute of the images, as numbered terms: two values have one number if and only if their terms are
 * equal, where a rectifier is written before the dropouts with which it commutes.
 */
final class Meaning {
    private final Mode mode;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Object>> terms = new HashMap<>();

    Meaning(Mode mode) {
        this.mode = mode;
    }

    /** The term of each layer's output. */
    Map<String, Integer> of(ShapedNetwork network) {
        Map<String, Integer> values = new HashMap<>(Map.of(NetworkGraph.IMAGES, term("images")));
        network.graph().nodes().forEach(node -> {
            List<Integer> inputs = inputs(values, node.inputs());
            values.put(node.name(), layer(node, inputs, network.shapeOf(node.input())));
        });
        return values;
    }

    /** The term of each kernel's output. */
    Map<String, Integer> of(List<KernelBlock> blocks) {
        Map<String, Integer> values = new HashMap<>(Map.of(NetworkGraph.IMAGES, term("images")));
        blocks.stream().flatMap(block -> block.kernels().stream()).forEach(kernel -> {
            List<Integer> inputs = inputs(values, kernel.inputs());
            values.put(kernel.name(), activated(SymbolicRun.functionOf(kernel), kernel(kernel, inputs)));
        });
        return values;
    }

    private static List<Integer> inputs(Map<String, Integer> values, List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(values.get(name), () -> name + " is read before it is computed"))
                .toList();
    }

    private int layer(Node node, List<Integer> inputs, Shape input) {
        Layer layer = node.layer();
        int first = inputs.get(0);
        if (layer instanceof Layer.Convolution convolution) {
            return term("convolution", node.name(), convolution.window(), first);
        } else if (layer instanceof Layer.BatchNorm norm) {
            return norm(node.parameterPrefix(), norm, first);
        } else if (layer instanceof Layer.Activation activation) {
            return activated(activation.function(), first);
        } else if (layer instanceof Layer.Dropout dropout) {
            boolean drops = mode == Mode.TRAINING && dropout.rate() > 0;
            return drops ? term("dropout", node.name(), dropout.rate(), first) : first;
        } else if (layer instanceof Layer.Pool pool) {
            return term("pool", pool.kind(), pool.window(), first);
        } else if (layer instanceof Layer.GlobalAveragePool) {
            return term("pool", PoolKind.AVERAGE, new Window(input.height(), input.width(), 1, 1, 0, 0, 1, 1), first);
        } else if (layer instanceof Layer.Linear) {
            return term("linear", node.name(), first);
        } else if (layer instanceof Layer.LocalResponseNorm norm) {
            return term("local response norm", norm, first);
        }
        return layer instanceof Layer.Flatten ? first : term(layer instanceof Layer.Add ? "sum" : "join", inputs);
    }

    private int kernel(Kernel kernel, List<Integer> inputs) {
        int first = inputs.get(0);
        if (kernel instanceof Kernel.ConvBiasActivation convolution) {
            return term("convolution", kernel.name(), convolution.window(), first);
        } else if (kernel instanceof Kernel.ConvNormActivation convolution) {
            int convolved = term("convolution", kernel.name(), convolution.window(), first);
            return term("norm", convolution.norm(), convolution.epsilon(), convolved);
        } else if (kernel instanceof Kernel.NormActivation norm) {
            return norm(norm.norm(), norm.layer(), first);
        } else if (kernel instanceof Kernel.Dropout dropout) {
            return term("dropout", kernel.name(), dropout.rate(), first);
        } else if (kernel instanceof Kernel.Pool pool) {
            return term("pool", pool.kind(), pool.window(), first);
        } else if (kernel instanceof Kernel.Linear) {
            return term("linear", kernel.name(), first);
        } else if (kernel instanceof Kernel.LocalResponseNorm norm) {
            Layer layer = new Layer.LocalResponseNorm(norm.size(), norm.alpha(), norm.beta(), norm.k());
            return term("local response norm", layer, first);
        } else if (kernel instanceof Kernel.ElementwiseActivation) {
            return first;
        }
        return term(kernel instanceof Kernel.AddActivation ? "sum" : "join", inputs);
    }

    private int norm(String prefix, Layer.BatchNorm norm, int input) {
        return mode == Mode.TRAINING ? term("norm", prefix, norm, input) : term("norm", prefix, norm.epsilon(), input);
    }

    private int activated(ActivationFunction function, int input) {
        if (function == ActivationFunction.IDENTITY) {
            return input;
        }
        List<Object> term = Objects.requireNonNull(terms.get(input));
        return function == ActivationFunction.RELU && term.get(0).equals("dropout")
                ? term("dropout", term.get(1), term.get(2), activated(function, (Integer) term.get(3)))
                : term(function, input);
    }

    private int term(Object... parts) {
        List<Object> term = List.of(parts);
        Integer known = numbers.putIfAbsent(term, numbers.size());
        int number = known == null ? numbers.size() - 1 : known;
        terms.put(number, term);
        return number;
    }
}
