package dev.netwright.processor.plan;

import dev.netwright.operation.EarlierNames;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.ShapedNetwork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * SHA-256 of everything in a spec that shapes the computation: image, layers with their numbers, names and order. Saved
 * weights carry it. Therefore its text is built here and in {@link dev.netwright.operation.LayerForm#fingerprint}
 * without anything that may change with the JDK: the text of a record isn't specified, and {@code Double.toString} was
 * corrected in JDK 19. Layers have the names of 0.1 in it, whose weights are valid today.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(ShapedNetwork network) {
        NetworkGraph graph = network.graph();
        String text = graph.nodes()
                .map(node -> EarlierNames.earlier(node.name()) + " of "
                        + node.inputs().stream().map(EarlierNames::earlier).collect(Collectors.joining(", ")) + ": "
                        + node.layer().fingerprint() + "\n")
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
                .collect(Collectors.joining("", "loss " + graph.loss().fingerprint() + "\n", ""));
    }

    private static String text(double value) {
        return Double.toHexString(value);
    }
}
