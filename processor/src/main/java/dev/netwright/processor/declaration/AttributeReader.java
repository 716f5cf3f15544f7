package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads one annotation's attributes with their places. A value outside its range is reported and replaced by the
 * nearest legal one, so that reading goes on and finds every other fault in the same run.
 */
public final class AttributeReader {
    private static final AtomicLong POSTPONED = new AtomicLong();

    /** Larger than any window or image that a spec is likely to have, and divisible by nearly every number of groups. */
    private static final int FAR = 1024 * 3 * 3 * 5 * 7 * 11;

    private static final double LEAST_SHARE = 1.0 / FAR;

    private final Elements elements;
    private final Element annotated;
    private final AnnotationMirror mirror;
    private final AnnotationOrigin origin;
    private final Readings readings;

    private AttributeReader(Elements elements, AnnotationMirror mirror, AnnotationOrigin origin, Readings readings) {
        this.elements = elements;
        this.annotated = origin.element();
        this.mirror = mirror;
        this.origin = origin;
        this.readings = readings;
    }

    /** What the readers of a spec's annotations have in common. */
    private static final class Readings {
        final Set<String> far;
        final List<Finding> findings = new ArrayList<>();
        boolean lacksParts;

        Readings(Set<String> far) {
            this.far = far;
        }
    }

    /** Reads a family annotation on a spec interface. */
    public static AttributeReader of(Elements elements, Element spec, AnnotationMirror family) {
        return new AttributeReader(
                elements, family, new AnnotationOrigin(spec, family, null, ""), new Readings(Set.of()));
    }

    /**
     * Reads the same annotation anew. In the place of an illegal number of one of these attributes stands a legal one far from
     * it instead of the nearest: what is wrong with both follows from neither.
     *
     * @param far simple names of attributes
     */
    public AttributeReader withFar(Set<String> far) {
        return new AttributeReader(elements, mirror, origin, new Readings(far));
    }

    /** Reads an annotation on a method of the spec; what both readers find is told together. */
    AttributeReader onMethod(ExecutableElement method, AnnotationMirror annotation) {
        AnnotationOrigin place = new AnnotationOrigin(
                method, annotation, null, method.getSimpleName().toString());
        return new AttributeReader(elements, annotation, place, readings);
    }

    /** Simple name of the annotation. */
    public String annotation() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** The compiler's view of all that is declared. */
    Elements elements() {
        return elements;
    }

    /** Adds what is wrong beyond single values. */
    void add(Finding finding) {
        readings.findings.add(finding);
    }

    /** What this reader and those nested in it have reported so far. */
    public Report report() {
        return new Report(readings.findings);
    }

    /** Whether parts of the network are missing, of which nothing is known. */
    public boolean lacksParts() {
        return readings.lacksParts;
    }

    /** Says that parts of the network are missing. */
    void addLack() {
        readings.lacksParts = true;
    }

    private boolean isFar(String attribute) {
        return readings.far.contains(attribute);
    }

    private <T> T standIn(String attribute, T near, T far) {
        return isFar(attribute) ? far : near;
    }

    /** The place of the whole annotation. */
    public AnnotationOrigin origin() {
        return origin;
    }

    /** An integer of at least {@code least}. */
    public Written<Integer> integer(String attribute, int least) {
        return atLeast(least, value(attribute, Integer.class), attribute, originOf(attribute));
    }

    private Written<Integer> atLeast(int least, int value, String attribute, AnnotationOrigin place) {
        if (value < least) {
            String meant = value != Integer.MIN_VALUE && -value > least ? didYouMean(attribute, -value, place) : "";
            outOfRange(
                    place,
                    value,
                    "at least " + least,
                    meant + assignment(attribute, least, place) + ", the smallest legal number, or more");
        }
        return new Written<>(value < least ? standIn(attribute, least, FAR) : value, place, value < least);
    }

    /** What is to be done to give a number, of an array or alone. */
    private static String assignment(String attribute, Object value, AnnotationOrigin place) {
        return place.path().endsWith("]") ? "use " + value + " in its place" : "set " + attribute + " = " + value;
    }

    /** A sign too many is the smallest slip that gives a number outside of its range. */
    private static String didYouMean(String attribute, Object value, AnnotationOrigin place) {
        return "did you mean " + (place.path().endsWith("]") ? "" : attribute + " = ") + value + "? If not, ";
    }

    /** An integer from 0 to {@code most}. */
    public Written<Integer> count(String attribute, int most) {
        return integer(attribute, 0, most);
    }

    /** An integer from {@code least} to {@code most}. */
    public Written<Integer> integer(String attribute, int least, int most) {
        int value = value(attribute, Integer.class);
        int nearest = Math.max(least, Math.min(value, most));
        if (value != nearest) {
            boolean isSlip = value < 0 && value != Integer.MIN_VALUE && -value > least && -value <= most;
            AnnotationOrigin place = originOf(attribute);
            outOfRange(
                    place,
                    value,
                    least + " to " + most,
                    (isSlip ? didYouMean(attribute, -value, place) : "") + assignment(attribute, nearest, place)
                            + ", the nearest legal number");
        }
        int farthest = value < least ? most : least;
        return new Written<>(
                value == nearest ? value : standIn(attribute, nearest, farthest),
                originOf(attribute),
                value != nearest);
    }

    /** An odd integer of at least 1. */
    public Written<Integer> oddInteger(String attribute) {
        int value = value(attribute, Integer.class);
        boolean legal = value >= 1 && value % 2 == 1;
        int below = Math.max(1, value - 1);
        AnnotationOrigin place = originOf(attribute);
        if (!legal) {
            boolean isSlip = value < 0 && value % 2 != 0;
            outOfRange(
                    place,
                    value,
                    "an odd number of at least 1",
                    (isSlip ? didYouMean(attribute, -value, place) : "")
                            + assignment(attribute, below, place)
                            + (value < 1 ? "" : " or " + (below + 2)));
        }
        return new Written<>(legal ? value : standIn(attribute, below, value < 1 ? FAR + 1 : below + 2), place, !legal);
    }

    /** A probability of at least 0 and below 1. */
    public double probability(String attribute) {
        return number(attribute, value -> value >= 0 && value < 1, "at least 0 and below 1", 0);
    }

    /** A share above 0 and at most 1. */
    public double share(String attribute) {
        double share = number(attribute, value -> value > 0 && value <= 1, "above 0 and at most 1", 1);
        return share == value(attribute, Double.class) ? share : standIn(attribute, share, LEAST_SHARE);
    }

    /** A finite number above 0. */
    public double positive(String attribute) {
        return number(attribute, value -> value > 0 && Double.isFinite(value), "a finite number above 0", 1);
    }

    /** A number in a range that holds {@code otherwise}; the cure is what was meant, if that is plain, or the default. */
    private double number(String attribute, DoublePredicate range, String expected, double otherwise) {
        double value = value(attribute, Double.class);
        if (range.test(value)) {
            return value;
        }
        AnnotationOrigin place = originOf(attribute);
        Object usual = defaultOf(attribute, otherwise);
        String assignment = assignment(attribute, usual, place);
        // A sign too many, or per cent.
        String cure = Stream.of(-value, value / 100)
                .filter(likely -> range.test(likely) && (value < 0 || value > 1))
                .findFirst()
                .filter(likely -> !likely.equals(usual))
                .map(likely -> didYouMean(attribute, likely, place) + assignment)
                .orElse(assignment);
        outOfRange(place, value, expected, cure);
        return otherwise;
    }

    private Object defaultOf(String attribute, double otherwise) {
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(attribute))
                .map(ExecutableElement::getDefaultValue)
                .filter(Objects::nonNull)
                .map(AnnotationValue::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** Whether something is wanted. */
    public boolean flag(String attribute) {
        return value(attribute, Boolean.class);
    }

    /** A string. */
    public Written<String> string(String attribute) {
        return Written.of(value(attribute, String.class), originOf(attribute));
    }

    /** The name of an enum constant. */
    public String constant(String attribute) {
        return value(attribute, VariableElement.class).getSimpleName().toString();
    }

    /** A nested annotation. */
    public AttributeReader nested(String attribute) {
        return inner(value(attribute, AnnotationMirror.class), pathOf(attribute), isWritten(attribute));
    }

    /** An array of nested annotations with {@code least} to {@code most} elements; superfluous ones are left out. */
    public List<AttributeReader> array(String attribute, int least, int most) {
        List<AttributeReader> readers = new ArrayList<>();
        List<AnnotationValue> values = elements(attribute, least, most);
        if (values.size() < least) {
            addLack();
        }
        for (AnnotationValue value : values) {
            AnnotationMirror element = typed(value.getValue(), attribute, AnnotationMirror.class);
            readers.add(inner(element, pathOf(attribute) + "[" + readers.size() + "]", isWritten(attribute)));
        }
        return readers;
    }

    /** Every number, flag, text and constant in this annotation and those nested in it, defaults among them, by its path. */
    public Map<String, Written<String>> values() {
        Map<String, Written<String>> values = new LinkedHashMap<>();
        for (ExecutableElement declared :
                elements.getElementValuesWithDefaults(mirror).keySet()) {
            String attribute = declared.getSimpleName().toString();
            Object value = value(attribute, Object.class);
            if (value instanceof AnnotationMirror) {
                values.putAll(nested(attribute).values());
            } else if (value instanceof List<?>) {
                array(attribute, 0, Integer.MAX_VALUE).forEach(element -> values.putAll(element.values()));
            } else {
                String text = value instanceof VariableElement constant
                        ? constant.getSimpleName().toString()
                        : value.toString();
                values.put(pathOf(attribute), Written.of(text, originOf(attribute)));
            }
        }
        return values;
    }

    /** One integer for rows and columns or one for each, of at least {@code least}; {@code otherwise}, if there is none. */
    Sides sides(String attribute, int least, Sides otherwise) {
        return value(attribute, List.class).isEmpty() ? otherwise : sides(attribute, least);
    }

    /** One integer for rows and columns or one for each, of at least {@code least}. */
    Sides sides(String attribute, int least) {
        List<AnnotationValue> values = elements(attribute, 1, 2);
        List<Written<Integer>> sides = new ArrayList<>();
        for (AnnotationValue value : values) {
            AnnotationOrigin place = values.size() == 1
                    ? originOf(attribute)
                    : new AnnotationOrigin(
                            annotated,
                            origin.mirror(),
                            placed(value, attribute),
                            pathOf(attribute) + "[" + sides.size() + "]");
            sides.add(atLeast(least, typed(value.getValue(), attribute, Integer.class), attribute, place));
        }
        Written<Integer> height = sides.isEmpty()
                ? new Written<>(standIn(attribute, least, FAR), originOf(attribute), true)
                : sides.get(0);
        return new Sides(height, sides.size() < 2 ? height : sides.get(1), originOf(attribute));
    }

    /** Eclipse's compiler knows the places of attributes, but not those of an array's elements. */
    private AnnotationValue placed(AnnotationValue element, String attribute) {
        AnnotationValue written = writtenValue(attribute);
        return written != null && mirror.getClass().getName().startsWith("org.eclipse.") ? written : element;
    }

    private List<AnnotationValue> elements(String attribute, int least, int most) {
        List<?> values = value(attribute, List.class);
        if (values.size() < least || values.size() > most) {
            boolean isShort = values.size() < least;
            int difference = isShort ? least - values.size() : values.size() - most;
            add(Finding.of(
                    Problem.ELEMENT_COUNT,
                    originOf(attribute),
                    "found " + values.size() + " elements, expected at "
                            + (isShort ? "least " + least : "most " + most),
                    (isShort ? "add " : "remove ")
                            + difference
                            + (difference == 1 ? " element" : " elements")
                            + (isShort ? " to " : " of ")
                            + attribute));
        }
        return values.stream()
                .skip(isFar(attribute) ? Math.max(0, values.size() - most) : 0)
                .limit(most)
                .map(AnnotationValue.class::cast)
                .toList();
    }

    private AttributeReader inner(AnnotationMirror inner, String path, boolean written) {
        AnnotationOrigin place = written
                ? new AnnotationOrigin(annotated, inner, null, path)
                : new AnnotationOrigin(annotated, origin.mirror(), origin.value(), path);
        return new AttributeReader(elements, inner, place, readings);
    }

    private void outOfRange(AnnotationOrigin place, Object found, String expected, String cure) {
        add(Finding.of(Problem.VALUE_RANGE, place, "found " + found + ", expected " + expected, cure));
    }

    /** A default isn't in the source: its place is the annotation that leaves it out. */
    private AnnotationOrigin originOf(String attribute) {
        AnnotationValue written = origin.mirror() == mirror ? writtenValue(attribute) : null;
        return new AnnotationOrigin(annotated, origin.mirror(), written, pathOf(attribute));
    }

    private String pathOf(String attribute) {
        return origin.path().isEmpty() ? attribute : origin.path() + "." + attribute;
    }

    private boolean isWritten(String attribute) {
        return origin.mirror() == mirror && writtenValue(attribute) != null;
    }

    private @Nullable AnnotationValue writtenValue(String attribute) {
        return find(mirror.getElementValues(), attribute);
    }

    private <T> T value(String attribute, Class<T> type) {
        AnnotationValue value = valueOrDefault(attribute);
        if (value != null && isPostponed(value)) {
            readPostponed();
            value = valueOrDefault(attribute);
        }
        return typed(value == null || isErroneous(value) ? null : value.getValue(), attribute, type);
    }

    private @Nullable AnnotationValue valueOrDefault(String attribute) {
        return find(elements.getElementValuesWithDefaults(mirror), attribute);
    }

    /**
     * javac reads an annotation's defaults from its class file a while after its methods, and those of nested ones and of specs
     * that were written in a later round not before somebody asks for something else.
     */
    private static boolean isPostponed(AnnotationValue value) {
        try {
            Objects.requireNonNull(value.getValue());
            return false;
        } catch (UnsupportedOperationException e) {
            return true;
        }
    }

    /** Asks for a package that nobody has asked for: behind every package that it looks up, javac does what it postponed. */
    private void readPostponed() {
        elements.getPackageElement("netwright.postponed" + POSTPONED.incrementAndGet());
    }

    /** javac puts an unquoted {@code <error>} in the place of what it couldn't evaluate, and calls it a string. */
    private static boolean isErroneous(AnnotationValue value) {
        return value.toString().equals("<error>");
    }

    /** A missing value, or one of another type, is a fault that the compiler itself has told. */
    private <T> T typed(@Nullable Object value, String attribute, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new UnreadableSpecException(pathOf(attribute));
        }
        return type.cast(value);
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
