package dev.netwright.processor;

import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.Objects;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Layer annotations on methods of a type without {@code @Network}: without an error they would be silently ignored. */
final class StrayLayers {
    private StrayLayers() {}

    /** Finds the methods of a round whose layer annotations have no effect. */
    static Report find(TypeElement annotation, RoundEnvironment round) {
        return new Report(ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream()
                .filter(method -> !hasStages(typeOf(method)))
                .map(method -> finding(annotation, method))
                .toList());
    }

    /** Whether a type's methods are the stages of a network or of a block. */
    private static boolean hasStages(Element type) {
        Element outer = Objects.requireNonNull(type.getEnclosingElement());
        return carries(type, Family.NETWORK) || carries(type, Family.BLOCK) || carries(outer, Family.BLOCK);
    }

    private static boolean carries(Element type, String annotation) {
        return type.getAnnotationMirrors().stream().anyMatch(mirror -> isOf(mirror, annotation));
    }

    private static Finding finding(TypeElement annotation, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        AnnotationMirror layer = method.getAnnotationMirrors().stream()
                .filter(mirror -> isOf(mirror, annotation.getQualifiedName().toString()))
                .findFirst()
                .orElseThrow();
        String type = typeOf(method).getSimpleName().toString();
        return Finding.of(
                Problem.STRAY_LAYER,
                new AnnotationOrigin(method, layer, null, name),
                type + " has no @Network",
                "annotate " + type + " with @Network, or remove @" + annotation.getSimpleName());
    }

    private static Element typeOf(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement());
    }

    private static boolean isOf(AnnotationMirror mirror, String annotation) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(annotation);
    }
}
