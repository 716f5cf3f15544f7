package dev.netwright.processor.plan;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.Window;
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
        String text = network.graph()
                .nodes()
                .map(node -> node.name() + " of " + node.input() + ": "
                        + node.layer().accept(layers) + "\n")
                .collect(Collectors.joining("", "images " + network.images() + "\n", ""));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    @Override
    public String convolution(Layer.Convolution layer) {
        return "convolution " + layer.channels() + " " + text(layer.window());
    }

    @Override
    public String pool(Layer.Pool layer) {
        return "pool " + layer.kind().name() + " " + text(layer.window());
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
        return "linear " + layer.units();
    }

    private static String text(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + " stride " + window.strideHeight() + "x"
                + window.strideWidth() + " padding " + window.paddingHeight() + "x" + window.paddingWidth();
    }

    private static String text(double value) {
        return Double.toHexString(value);
    }
}
