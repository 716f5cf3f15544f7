package dev.netwright.processor.plan;

import dev.netwright.processor.network.Node;
import dev.netwright.processor.shape.ShapedNetwork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of everything in a spec that shapes the computation: image, layers with their numbers, names and order. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(ShapedNetwork network) {
        StringBuilder text =
                new StringBuilder("images ").append(network.images()).append('\n');
        for (Node node : network.graph().nodes().toList()) {
            text.append(node.name())
                    .append(" (")
                    .append(node.input())
                    .append(") ")
                    .append(node.layer())
                    .append('\n');
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
