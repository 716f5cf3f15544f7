package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads the use of a block: an annotation of the user's own, which {@code @Block} annotates. */
final class BlockReader {
    private static final String BLOCK = "dev.netwright.annotations.Block";
    private static final String FIRST_ONLY = "dev.netwright.annotations.FirstOnly";
    private static final String TIMES = "times";
    private static final int MOST_TIMES = 100;

    private final AttributeReader use;
    private final TypeElement block;
    private final List<ExecutableElement> attributes;

    private BlockReader(AttributeReader use) {
        this.use = use;
        block = use.type();
        attributes = ElementFilter.methodsIn(block.getEnclosedElements());
    }

    /** Whether an annotation is the use of a block. */
    static boolean isUse(AnnotationMirror mirror) {
        return isBlock((TypeElement) mirror.getAnnotationType().asElement());
    }

    /** Whether a type is a block. */
    static boolean isBlock(TypeElement type) {
        return type.getAnnotationMirrors().stream().anyMatch(mirror -> isOf(mirror, BLOCK));
    }

    private static boolean isOf(AnnotationMirror mirror, String annotation) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(annotation);
    }

    /** Reads a use with the block's stages, once for its first repetition and once for the others. */
    static StageLayer.BlockUse read(AttributeReader use) {
        return new BlockReader(use).use();
    }

    private StageLayer.BlockUse use() {
        List<TypeElement> interfaces = ElementFilter.typesIn(block.getEnclosedElements()).stream()
                .filter(type -> type.getKind() == ElementKind.INTERFACE)
                .toList();
        Optional<String> fault = fault(interfaces);
        if (fault.isPresent()) {
            use.add(Finding.of(
                    Problem.BLOCK,
                    use.origin(),
                    "@" + block.getSimpleName() + " " + fault.get(),
                    "write it as the Javadoc of @Block shows"));
            return new StageLayer.BlockUse(List.of(), false, true, use.origin());
        }
        boolean isNumbered = attributes.stream().anyMatch(BlockReader::isTimes);
        WrittenNumber times = isNumbered ? use.integer(TIMES, 1, MOST_TIMES) : WrittenNumber.of(1, use.origin());
        Written<List<StageDeclaration>> first = stages(interfaces.get(0), true);
        List<StageDeclaration> others =
                times.value() > 1 ? stages(interfaces.get(0), false).value() : List.of();
        List<List<StageDeclaration>> repetitions = IntStream.range(0, times.value())
                .mapToObj(repetition -> repetition == 0 ? first.value() : others)
                .toList();
        return new StageLayer.BlockUse(repetitions, isNumbered, times.isTainted() || first.isTainted(), use.origin());
    }

    private Written<List<StageDeclaration>> stages(TypeElement stages, boolean isFirst) {
        return StageReader.read(use.inBlock(use.numbers().inside(block, numbers(isFirst))), stages);
    }

    /** What is wrong with the block itself. */
    private Optional<String> fault(List<TypeElement> interfaces) {
        if (use.numbers().isInside(block)) {
            return Optional.of("uses itself");
        }
        if (interfaces.size() != 1) {
            return Optional.of("has " + (interfaces.isEmpty() ? "no nested interface" : "several nested interfaces"));
        }
        for (ExecutableElement attribute : attributes) {
            TypeKind kind = attribute.getReturnType().getKind();
            if (kind != TypeKind.INT && kind != TypeKind.BOOLEAN) {
                return Optional.of(
                        "has the attribute " + attribute.getSimpleName() + " of type " + attribute.getReturnType());
            }
            if (isFirstOnly(attribute) && attribute.getDefaultValue() == null) {
                return Optional.of("has no default for its attribute " + attribute.getSimpleName()
                        + ", which holds for the first repetition only");
            }
        }
        return faultOfConstants();
    }

    private Optional<String> faultOfConstants() {
        Map<Integer, String> byValue = new HashMap<>();
        for (VariableElement field : constants()) {
            String other = byValue.put(
                    (Integer) field.getConstantValue(), field.getSimpleName().toString());
            if (other != null) {
                return Optional.of("has the same value for " + other + " and " + field.getSimpleName());
            }
            if (attributes.stream().noneMatch(attribute -> isNamedAs(field, attribute))) {
                return Optional.of("has no attribute for its constant " + field.getSimpleName());
            }
        }
        return Optional.empty();
    }

    /** The constants that stand for numbers. */
    private List<VariableElement> constants() {
        Map<Integer, String> letters = use.numbers().constants();
        return ElementFilter.fieldsIn(block.getEnclosedElements()).stream()
                .filter(field -> field.getConstantValue() instanceof Integer value && letters.containsKey(value))
                .toList();
    }

    private Map<Integer, BlockNumbers.Given> numbers(boolean isFirst) {
        Map<Integer, BlockNumbers.Given> numbers = new LinkedHashMap<>();
        for (VariableElement field : constants()) {
            attributes.stream()
                    .filter(attribute -> isNamedAs(field, attribute))
                    .forEach(attribute -> numbers.put(
                            (Integer) field.getConstantValue(),
                            new BlockNumbers.Given(attribute.getSimpleName().toString(), number(attribute, isFirst))));
        }
        return numbers;
    }

    private WrittenNumber number(ExecutableElement attribute, boolean isFirst) {
        String name = attribute.getSimpleName().toString();
        if (!isFirst && isFirstOnly(attribute)) {
            Object otherwise = use.defaultOf(name).orElse(0);
            return WrittenNumber.of(otherwise instanceof Integer number ? number : toNumber(otherwise), use.origin());
        }
        if (attribute.getReturnType().getKind() == TypeKind.BOOLEAN) {
            Written<Boolean> flag = use.flag(name);
            return new WrittenNumber(
                    flag.isTainted() ? new Interval(0, 1) : Interval.of(toNumber(flag.value())), flag.origin());
        }
        return use.integer(name);
    }

    private static int toNumber(Object flag) {
        return flag.equals(true) ? 1 : 0;
    }

    private static boolean isTimes(ExecutableElement attribute) {
        return attribute.getSimpleName().contentEquals(TIMES);
    }

    /** Whether an attribute holds for the first repetition only. */
    static boolean isFirstOnly(ExecutableElement attribute) {
        return attribute.getAnnotationMirrors().stream().anyMatch(mirror -> isOf(mirror, FIRST_ONLY));
    }

    /** {@code OUT_CHANNELS} for {@code outChannels}. */
    private static boolean isNamedAs(VariableElement constant, ExecutableElement attribute) {
        String name =
                Stream.of(constant.getSimpleName().toString().split("_", -1)).collect(Collectors.joining());
        return name.toLowerCase(Locale.ROOT)
                .equals(attribute.getSimpleName().toString().replace("_", "").toLowerCase(Locale.ROOT));
    }
}
