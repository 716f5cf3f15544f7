package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code @Network} as written.
 *
 * @param interfaceName simple name of the spec
 * @param loss the constant's name in {@code Loss}
 * @param stages those of its methods that can be stages, in the order of the source
 * @param origin the annotation
 */
public record NetworkDeclaration(
        String interfaceName, InputDeclaration input, String loss, List<StageDeclaration> stages, Origin origin) {
    /** Reads {@code @Network} and the annotations of the interface's methods. */
    public static NetworkDeclaration read(AttributeReader network) {
        return new NetworkDeclaration(
                network.origin().element().getSimpleName().toString(),
                InputDeclaration.read(network.nested("input")),
                network.constant("loss"),
                StageReader.read(network),
                network.origin());
    }

    /** The same with a stage called differently. */
    public NetworkDeclaration withName(int stage, String name) {
        List<StageDeclaration> renamed = new ArrayList<>(stages);
        renamed.set(stage, stages.get(stage).withName(name));
        return new NetworkDeclaration(interfaceName, input, loss, renamed, origin);
    }
}
