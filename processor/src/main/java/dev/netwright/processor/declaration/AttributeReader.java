package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads one annotation's attributes with their places. A value outside its range is reported and marked as tainted. A
 * value that the compiler couldn't evaluate and has reported is tainted, too. Reading continues and finds every other
 * fault in the same run.
 */
public final class AttributeReader {
    private final Elements elements;
    private final Element annotated;
    private final @Nullable AnnotationMirror mirror;
    private final AnnotationOrigin origin;
    private final Readings readings;
    private final BlockNumbers numbers;

    /** Without a mirror, nothing is known of the annotation. */
    private AttributeReader(
            Elements elements,
            @Nullable AnnotationMirror mirror,
            AnnotationOrigin origin,
            Readings readings,
            BlockNumbers numbers) {
        this.elements = elements;
        this.annotated = origin.element();
        this.mirror = mirror;
        this.origin = origin;
        this.readings = readings;
        this.numbers = numbers;
    }

    /** The state that all readers of a spec's annotations share. */
    private static final class Readings {
        final List<Finding> findings = new ArrayList<>();
        boolean isUnreadable;
    }

    /** Reads a family annotation on a spec interface. */
    public static AttributeReader of(Elements elements, Element spec, AnnotationMirror family) {
        return new AttributeReader(
                elements,
                family,
                new AnnotationOrigin(spec, family, null, ""),
                new Readings(),
                BlockNumbers.outside(elements));
    }

    /** Reads an annotation on a method of the spec; both readers report their findings together. */
    AttributeReader onMethod(ExecutableElement method, AnnotationMirror annotation) {
        AnnotationOrigin place = new AnnotationOrigin(
                method,
                annotation,
                null,
                numbers.scope() + method.getSimpleName().toString());
        return new AttributeReader(elements, annotation, place, readings, numbers);
    }

    /** The same annotation for what reads the stages of a block that it uses. */
    AttributeReader inBlock(BlockNumbers ofBlock) {
        return new AttributeReader(elements, mirror, origin, readings, ofBlock);
    }

    /** The block whose stages are read, and its numbers. */
    BlockNumbers numbers() {
        return numbers;
    }

    /** Simple name of the annotation. */
    public String annotation() {
        return type().getSimpleName().toString();
    }

    /** The compiler's view of all declared elements. */
    Elements elements() {
        return elements;
    }

    /** Adds a finding that concerns more than a single value. */
    void add(Finding finding) {
        // The stages of a block are read once for each use.
        if (readings.findings.stream().noneMatch(finding::isRepeatOf)) {
            readings.findings.add(finding);
        }
    }

    /** The findings of this reader and of those nested in it so far. */
    public Report report() {
        return new Report(readings.findings);
    }

    /**
     * Whether a part of the spec couldn't be read: the compiler has reported it, or will unless another processor
     * supplies it.
     */
    public boolean isUnreadable() {
        return readings.isUnreadable;
    }

    /** Records that a part of the spec can't be read. */
    void addUnreadable() {
        readings.isUnreadable = true;
    }

    /** The annotation itself. */
    AnnotationMirror mirror() {
        return Objects.requireNonNull(mirror);
    }

    /** The annotation's type. */
    TypeElement type() {
        return (TypeElement) mirror().getAnnotationType().asElement();
    }

    /** The place of the whole annotation. */
    public AnnotationOrigin origin() {
        return origin;
    }

    /** An integer of at least {@code least}. */
    public WrittenNumber integer(String attribute, int least) {
        return integer(attribute, LegalNumbers.atLeast(least));
    }

    /** An integer from 0 to {@code most}. */
    public WrittenNumber count(String attribute, int most) {
        return integer(attribute, 0, most);
    }

    /** An integer from {@code least} to {@code most}. */
    public WrittenNumber integer(String attribute, int least, int most) {
        return integer(attribute, LegalNumbers.between(least, most));
    }

    /** Any integer. */
    WrittenNumber integer(String attribute) {
        return integer(attribute, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** An odd integer of at least 1. */
    public WrittenNumber oddInteger(String attribute) {
        return integer(attribute, LegalNumbers.ODD);
    }

    private WrittenNumber integer(String attribute, LegalNumbers legal) {
        return numbers.read(value(attribute, Integer.class), attribute, originOf(attribute), legal, this::add);
    }

    /** A probability of at least 0 and below 1. */
    public Written<Double> probability(String attribute) {
        return number(attribute, value -> value >= 0 && value < 1, "at least 0 and below 1", 0);
    }

    /** A share above 0 and at most 1. */
    public Written<Double> share(String attribute) {
        return number(attribute, value -> value > 0 && value <= 1, "above 0 and at most 1", 1);
    }

    /** A finite number of at least 0. */
    Written<Double> atLeastZero(String attribute) {
        return number(attribute, value -> value >= 0 && Double.isFinite(value), "a finite number of at least 0", 0);
    }

    /** A finite number above 1. */
    Written<Double> aboveOne(String attribute) {
        return number(attribute, value -> value > 1 && Double.isFinite(value), "a finite number above 1", 2);
    }

    /** A finite number above 0. */
    public Written<Double> positive(String attribute) {
        return number(attribute, value -> value > 0 && Double.isFinite(value), "a finite number above 0", 1);
    }

    /** A number above 0 and at most {@code most}. */
    Written<Double> factor(String attribute, int most) {
        return number(attribute, value -> value > 0 && value <= most, "above 0 and at most " + most, 1);
    }

    /**
     * A number in a range that contains {@code otherwise}. The fix is the intended number, if it is obvious, or the
     * default.
     */
    private Written<Double> number(String attribute, DoublePredicate range, String expected, double otherwise) {
        AnnotationOrigin place = originOf(attribute);
        Optional<Double> read = value(attribute, Double.class);
        double value = read.orElse(otherwise);
        if (range.test(value)) {
            return new Written<>(value, place, read.isEmpty());
        }
        Object usual = defaultOf(attribute, otherwise);
        String assignment = LegalNumbers.assignment(attribute, usual, place);
        // A superfluous sign, or a percentage.
        String fix = Stream.of(-value, value / 100)
                .filter(likely -> range.test(likely) && (value < 0 || value > 1))
                .findFirst()
                .filter(likely -> !likely.equals(usual))
                .map(likely -> LegalNumbers.didYouMean(attribute, likely, place) + assignment)
                .orElse(assignment);
        add(LegalNumbers.outOfRange(place, value, expected, fix));
        return new Written<>(otherwise, place, true);
    }

    private Object defaultOf(String attribute, double otherwise) {
        return defaultOf(attribute).orElse(otherwise);
    }

    /** The default of an attribute, if it has one. */
    Optional<Object> defaultOf(String attribute) {
        return ElementFilter.methodsIn(type().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(attribute))
                .map(ExecutableElement::getDefaultValue)
                .filter(Objects::nonNull)
                .map(AnnotationValue::getValue)
                .findFirst();
    }

    /** A flag. */
    public Written<Boolean> flag(String attribute) {
        return orTainted(value(attribute, Boolean.class), false, attribute);
    }

    /** A string. */
    public Written<String> string(String attribute) {
        return orTainted(value(attribute, String.class), "", attribute);
    }

    /**
     * The name of an enum constant.
     *
     * @param otherwise replaces a constant that can't be read: the one with the fewest consequences
     */
    public Written<String> constant(String attribute, String otherwise) {
        return orTainted(
                value(attribute, VariableElement.class)
                        .map(constant -> constant.getSimpleName().toString()),
                otherwise,
                attribute);
    }

    private <T> Written<T> orTainted(Optional<T> read, T otherwise, String attribute) {
        return new Written<>(read.orElse(otherwise), originOf(attribute), read.isEmpty());
    }

    /** An array of strings with at least {@code least} elements, each with its place; tainted if there are fewer. */
    Written<List<Written<String>>> strings(String attribute, int least) {
        Optional<List<AnnotationValue>> values = elements(attribute, least, Integer.MAX_VALUE);
        List<Written<String>> read = new ArrayList<>();
        for (AnnotationValue value : values.orElse(List.of())) {
            String path = pathOf(attribute) + "[" + read.size() + "]";
            AnnotationOrigin place = new AnnotationOrigin(annotated, origin.mirror(), placed(value, attribute), path);
            Optional<String> text = typed(value.getValue(), String.class);
            read.add(new Written<>(text.orElse(""), place, text.isEmpty()));
        }
        return new Written<>(List.copyOf(read), originOf(attribute), values.isEmpty() || read.size() < least);
    }

    /** A nested annotation. */
    public AttributeReader nested(String attribute) {
        return inner(value(attribute, AnnotationMirror.class), pathOf(attribute), isWritten(attribute));
    }

    /**
     * An array of nested annotations with {@code least} to {@code most} elements. If it is too short or too long, the
     * whole list is tainted; superfluous elements are read for their own faults and left out.
     */
    public <T> Written<List<T>> array(String attribute, int least, int most, Function<AttributeReader, T> reader) {
        Optional<List<AnnotationValue>> values = elements(attribute, least, most);
        List<T> read = new ArrayList<>();
        for (AnnotationValue value : values.orElse(List.of())) {
            Optional<AnnotationMirror> element = typed(value.getValue(), AnnotationMirror.class);
            String path = pathOf(attribute) + "[" + read.size() + "]";
            read.add(reader.apply(inner(element, path, isWritten(attribute))));
        }
        boolean isTainted = values.isEmpty() || read.size() < least || read.size() > most;
        return new Written<>(read.stream().limit(most).toList(), originOf(attribute), isTainted);
    }

    /**
     * Every number, flag, text and constant in this annotation and those nested in it, including defaults, by its path.
     */
    public Map<String, Written<String>> values() {
        Map<String, Written<String>> values = new LinkedHashMap<>();
        for (ExecutableElement declared : elements.getElementValuesWithDefaults(Objects.requireNonNull(mirror))
                .keySet()) {
            String attribute = declared.getSimpleName().toString();
            Object value = value(attribute, Object.class).orElseThrow();
            if (value instanceof AnnotationMirror) {
                values.putAll(nested(attribute).values());
            } else if (value instanceof List<?>) {
                array(attribute, 0, Integer.MAX_VALUE, AttributeReader::values)
                        .value()
                        .forEach(values::putAll);
            } else {
                String text = value instanceof VariableElement constant
                        ? constant.getSimpleName().toString()
                        : value.toString();
                values.put(pathOf(attribute), Written.of(text, originOf(attribute)));
            }
        }
        return values;
    }

    /**
     * One integer for rows and columns or one for each, of at least {@code least}; {@code otherwise} if there is none.
     */
    Sides sides(String attribute, int least, Sides otherwise) {
        boolean isThere =
                value(attribute, List.class).map(values -> !values.isEmpty()).orElse(true);
        return isThere ? sides(attribute, least) : otherwise;
    }

    /** One integer for rows and columns or one for each, of at least {@code least}. */
    Sides sides(String attribute, int least) {
        List<AnnotationValue> values = elements(attribute, 1, 2).orElse(List.of());
        List<WrittenNumber> sides = new ArrayList<>();
        for (AnnotationValue value : values) {
            AnnotationOrigin place = values.size() == 1
                    ? originOf(attribute)
                    : new AnnotationOrigin(
                            annotated,
                            origin.mirror(),
                            placed(value, attribute),
                            pathOf(attribute) + "[" + sides.size() + "]");
            sides.add(numbers.read(
                    typed(value.getValue(), Integer.class), attribute, place, LegalNumbers.atLeast(least), this::add));
        }
        if (sides.isEmpty() || sides.size() > 2) {
            WrittenNumber tainted = new WrittenNumber(new Interval(least, Integer.MAX_VALUE), originOf(attribute));
            return new Sides(tainted, tainted, originOf(attribute));
        }
        return new Sides(sides.get(0), sides.get(sides.size() - 1), originOf(attribute));
    }

    /** Eclipse's compiler knows the places of attributes, but not those of an array's elements. */
    private AnnotationValue placed(AnnotationValue element, String attribute) {
        AnnotationValue written = writtenValue(attribute);
        return written != null
                        && Objects.requireNonNull(mirror).getClass().getName().startsWith("org.eclipse.")
                ? written
                : element;
    }

    /** All elements, possibly too few or too many; empty if the compiler couldn't evaluate the array. */
    private Optional<List<AnnotationValue>> elements(String attribute, int least, int most) {
        Optional<List<AnnotationValue>> read = value(attribute, List.class).map(AttributeReader::elements);
        int size = read.map(List::size).orElse(least);
        if (size < least || size > most) {
            boolean isShort = size < least;
            int difference = isShort ? least - size : size - most;
            add(Finding.of(
                    Problem.ELEMENT_COUNT,
                    originOf(attribute),
                    "found " + size + " elements, expected at " + (isShort ? "least " + least : "most " + most),
                    (isShort ? "add " : "remove ")
                            + difference
                            + (difference == 1 ? " element" : " elements")
                            + (isShort ? " to " : " of ")
                            + attribute));
        }
        return read;
    }

    private static List<AnnotationValue> elements(List<?> values) {
        return values.stream().map(AnnotationValue.class::cast).toList();
    }

    private AttributeReader inner(Optional<AnnotationMirror> inner, String path, boolean written) {
        AnnotationOrigin place = written && inner.isPresent()
                ? new AnnotationOrigin(annotated, inner.get(), null, path)
                : new AnnotationOrigin(annotated, origin.mirror(), origin.value(), path);
        return new AttributeReader(elements, inner.orElse(null), place, readings, numbers);
    }

    /** The place of a value. A default isn't in the source: its place is the annotation that omits it. */
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
        return mirror == null ? null : new MirrorValues(elements, mirror).written(attribute);
    }

    /** The attribute's value; empty if it is missing or of another type, which is a fault that the compiler itself reports. */
    private <T> Optional<T> value(String attribute, Class<T> type) {
        return typed(mirror == null ? null : new MirrorValues(elements, mirror).valueOrDefault(attribute), type);
    }

    private <T> Optional<T> typed(@Nullable Object value, Class<T> type) {
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        addUnreadable();
        return Optional.empty();
    }
}
