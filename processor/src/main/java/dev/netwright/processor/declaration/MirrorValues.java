package dev.netwright.processor.declaration;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The values of one annotation by attribute, as the compiler knows them. */
final class MirrorValues {
    private static final AtomicLong POSTPONED = new AtomicLong();

    private final Elements elements;
    private final AnnotationMirror mirror;

    MirrorValues(Elements elements, AnnotationMirror mirror) {
        this.elements = elements;
        this.mirror = mirror;
    }

    /** The value that is written in the source, or null if there is none. */
    @Nullable
    AnnotationValue written(String attribute) {
        return find(mirror.getElementValues(), attribute);
    }

    /** The value, written or by default; null if there is none or the compiler couldn't evaluate it. */
    @Nullable
    Object valueOrDefault(String attribute) {
        AnnotationValue value = find(elements.getElementValuesWithDefaults(mirror), attribute);
        if (value != null && isPostponed(value)) {
            readPostponed();
            value = find(elements.getElementValuesWithDefaults(mirror), attribute);
        }
        return value == null || isErroneous(value) ? null : value.getValue();
    }

    /**
     * javac reads an annotation's defaults from its class file later than its methods. It reads those of nested
     * annotations, and of specs generated in a later round, only after it looks up something else.
     */
    private static boolean isPostponed(AnnotationValue value) {
        try {
            Objects.requireNonNull(value.getValue());
            return false;
        } catch (UnsupportedOperationException e) {
            return true;
        }
    }

    /** Looks up a package for the first time: after each such look-up, javac completes postponed work. */
    private void readPostponed() {
        elements.getPackageElement("netwright.postponed" + POSTPONED.incrementAndGet());
    }

    /** javac replaces a value that it couldn't evaluate with an unquoted {@code <error>} of type string. */
    private static boolean isErroneous(AnnotationValue value) {
        return value.toString().equals("<error>");
    }

    private static @Nullable AnnotationValue find(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values, String attribute) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .map(entry -> (AnnotationValue) entry.getValue())
                .findFirst()
                .orElse(null);
    }
}
