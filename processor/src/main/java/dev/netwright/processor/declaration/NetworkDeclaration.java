package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code @Network} as written.
 *
 * @param interfaceName simple name of the spec
 * @param loss the constant's name in {@code Loss}
 * @param stages its methods in the order of the source; tainted if there are others at unknown places
 * @param origin the annotation
 */
public record NetworkDeclaration(
        String interfaceName,
        InputDeclaration input,
        Written<String> loss,
        Written<List<StageDeclaration>> stages,
        Origin origin) {
    /** Reads {@code @Network} and the annotations of the interface's methods. */
    public static NetworkDeclaration read(AttributeReader network) {
        return new NetworkDeclaration(
                network.origin().element().getSimpleName().toString(),
                InputDeclaration.read(network.nested("input")),
                network.constant("loss", "SQUARED_ERROR"),
                StageReader.read(network),
                network.origin());
    }

    /** The same with a stage renamed. */
    public NetworkDeclaration withName(int stage, String name) {
        List<StageDeclaration> renamed = new ArrayList<>(stages.value());
        renamed.set(stage, renamed.get(stage).withName(name));
        return new NetworkDeclaration(
                interfaceName, input, loss, new Written<>(renamed, origin, stages.isTainted()), origin);
    }
}
