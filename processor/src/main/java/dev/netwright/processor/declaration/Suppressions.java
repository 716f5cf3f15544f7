package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Lint;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The names that begin with {@code netwright:} in {@code @SuppressWarnings} on a spec, on its stages, and on its blocks and their
 * stages. Each applies to all that its element contains.
 */
public final class Suppressions {
    /** Suppresses every lint. */
    public static final String ALL = Lint.PREFIX + "all";

    private final Element spec;
    private final List<Written<String>> names;

    private Suppressions(Element spec, List<Written<String>> names) {
        this.spec = spec;
        this.names = List.copyOf(names);
    }

    /** Reads the suppressions around a family's annotation. */
    public static Suppressions read(AttributeReader family) {
        Element spec = family.origin().element();
        List<Written<String>> names = new ArrayList<>(names(spec, ""));
        addInside(spec, names);
        return new Suppressions(spec, names);
    }

    /** Those on the stages of a type, and of the blocks that are declared in it. */
    private static void addInside(Element type, List<Written<String>> names) {
        for (Element inner : type.getEnclosedElements()) {
            names.addAll(names(inner, inner.getSimpleName().toString()));
            addInside(inner, names);
        }
    }

    private static List<Written<String>> names(Element element, String path) {
        List<Written<String>> names = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")) {
                mirror.getElementValues().values().forEach(value -> add(value, element, mirror, path, names));
            }
        }
        return names;
    }

    private static void add(
            AnnotationValue value, Element element, AnnotationMirror mirror, String path, List<Written<String>> names) {
        if (value.getValue() instanceof List<?> values) {
            values.forEach(inner -> add((AnnotationValue) inner, element, mirror, path, names));
        } else if (value.getValue() instanceof String name && name.startsWith(Lint.PREFIX)) {
            names.add(Written.of(name, new AnnotationOrigin(element, mirror, value, path)));
        }
    }

    /** Every name in the spec, with its place. */
    public List<Written<String>> names() {
        return names;
    }

    /** Whether a piece of advice is suppressed: on the spec, or on the stage or the block that is its place. */
    public boolean cover(Advice advice) {
        if (advice.origin() instanceof AnnotationOrigin place) {
            for (Element element = place.element(); element != null; element = element.getEnclosingElement()) {
                if (isNamed(advice.lint(), element)) {
                    return true;
                }
            }
        }
        return isNamed(advice.lint(), spec);
    }

    private static boolean isNamed(Lint lint, Element element) {
        return names(element, "").stream()
                .map(Written::value)
                .anyMatch(name -> name.equals(lint.id()) || name.equals(ALL));
    }
}
