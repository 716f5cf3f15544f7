package dev.netwright.processor.diagnostics;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An origin in a compiled source file.
 *
 * @param element the spec interface or one of its methods
 * @param mirror the innermost annotation written in the source, or null to point at the element
 * @param value the attribute's value, or null if the attribute was left at its default
 * @param path the path inside the family annotation, or the method's name and the path inside of an annotation on it
 */
public record AnnotationOrigin(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        String path) implements Origin {}
