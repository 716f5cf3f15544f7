package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * {@code @Network} as written.
 *
 * @param interfaceName simple name of the spec
 * @param loss the loss that training minimizes
 * @param stages its methods in the order of the source; tainted if there are others at unknown places
 * @param origin the annotation
 */
public record NetworkDeclaration(
        String interfaceName,
        InputDeclaration input,
        LossDeclaration loss,
        Written<List<StageDeclaration>> stages,
        Origin origin) {
    /** Reads {@code @Network} and the annotations of the interface's methods. */
    public static NetworkDeclaration read(AttributeReader network) {
        return new NetworkDeclaration(
                network.origin().element().getSimpleName().toString(),
                InputDeclaration.read(network.nested("input")),
                LossDeclaration.read(network),
                StageReader.read(network, (TypeElement) network.origin().element()),
                network.origin());
    }
}
