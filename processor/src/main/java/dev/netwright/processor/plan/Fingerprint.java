package dev.netwright.processor.plan;

import dev.netwright.operation.Window;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.ShapedNetwork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * SHA-256 of everything in a spec that shapes the computation: image, layers with their numbers, names and order. Saved
 * weights carry it, so its text is spelled out here, free of what may change with the JDK: a record's text isn't
 * specified, and {@code Double.toString} was corrected in JDK 19.
 */
final class Fingerprint implements Layer.Visitor<String> {
    private Fingerprint() {}

    static String of(ShapedNetwork network) {
        Fingerprint layers = new Fingerprint();
        NetworkGraph graph = network.graph();
        String text = graph.nodes()
                .map(node -> node.name() + " of " + String.join(", ", node.inputs()) + ": "
                        + node.layer().accept(layers) + "\n")
                .collect(Collectors.joining("", "images " + network.images() + "\n", outputs(graph)));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static String outputs(NetworkGraph graph) {
        return graph.auxiliaryHeads().stream()
                .map(head -> "head " + head.logits() + " " + text(head.weight()) + "\n")
                .collect(Collectors.joining("", "loss " + graph.loss().name() + "\n", ""));
    }

    @Override
    public String convolution(Layer.Convolution layer) {
        return "convolution " + layer.channels() + " " + text(layer.window()) + " groups " + layer.groups()
                + text(layer.hasBias());
    }

    @Override
    public String pool(Layer.Pool layer) {
        return "pool " + layer.kind().name() + " " + text(layer.window()) + (layer.isCeil() ? " up" : " down");
    }

    @Override
    public String globalAveragePool(Layer.GlobalAveragePool layer) {
        return "global average pool";
    }

    @Override
    public String batchNorm(Layer.BatchNorm layer) {
        return "batch norm " + text(layer.epsilon()) + " " + text(layer.momentum())
                + (layer.isUnbiased() ? " unbiased" : " biased");
    }

    @Override
    public String flatten(Layer.Flatten layer) {
        return "flatten";
    }

    @Override
    public String add(Layer.Add layer) {
        return "add";
    }

    @Override
    public String concat(Layer.Concat layer) {
        return "concat";
    }

    @Override
    public String localResponseNorm(Layer.LocalResponseNorm layer) {
        return "local response norm " + layer.size() + " " + text(layer.alpha()) + " " + text(layer.beta()) + " "
                + text(layer.k());
    }

    @Override
    public String activation(Layer.Activation layer) {
        return "activation " + layer.function().name();
    }

    @Override
    public String dropout(Layer.Dropout layer) {
        return "dropout " + text(layer.rate());
    }

    @Override
    public String linear(Layer.Linear layer) {
        return "linear " + layer.units() + text(layer.hasBias());
    }

    private static String text(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + " stride " + window.strideHeight() + "x"
                + window.strideWidth() + " padding " + window.paddingHeight() + "x" + window.paddingWidth()
                + " dilation "
                + window.dilationHeight() + "x" + window.dilationWidth();
    }

    private static String text(boolean hasBias) {
        return hasBias ? " with bias" : " without bias";
    }

    private static String text(double value) {
        return Double.toHexString(value);
    }
}
