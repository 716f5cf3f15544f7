package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What the constants of a block stand for in one use of it. The compiler folds {@code 4 * WIDTH} to a number, which
 * tells constant and factor: each constant is 48 times another prime, so that a number is a multiple or a fraction of at
 * most one of them. No multiple of one is the sum or the difference of multiples of two others, so that sums are found.
 */
final class BlockNumbers {
    private static final String BLOCK = "dev.netwright.annotations.Block";

    /** The denominators of fractions divide it. */
    private static final int PARTS = 48;

    private static final int GREATEST_FACTOR = 16;

    /** Of the test for primes: wrong once in 2^20 numbers that no spec has. */
    private static final int CERTAINTY = 20;

    /** Any fraction of a constant is less. */
    private static final int GREATEST_CONSTANT = -1_000_000;

    private final Elements elements;
    private final List<TypeElement> blocks;
    private final Map<Integer, Given> byConstant;

    /**
     * A block's number in one use.
     *
     * @param attribute the attribute's name
     * @param number its value; its origin is where the number is written, which may be the use of another block
     */
    record Given(String attribute, WrittenNumber number) {}

    private BlockNumbers(Elements elements, List<TypeElement> blocks, Map<Integer, Given> byConstant) {
        this.elements = elements;
        this.blocks = List.copyOf(blocks);
        this.byConstant = Map.copyOf(byConstant);
    }

    /** Outside of any block, constants stand for nothing. */
    static BlockNumbers outside(Elements elements) {
        return new BlockNumbers(elements, List.of(), Map.of());
    }

    /** Inside a block that stages of this one use. */
    BlockNumbers inside(TypeElement block, Map<Integer, Given> numbers) {
        List<TypeElement> nested = new ArrayList<>(blocks);
        nested.add(block);
        return new BlockNumbers(elements, nested, numbers);
    }

    /** Whether a block's stages are being read, at any depth. */
    boolean isInside(TypeElement block) {
        return blocks.contains(block);
    }

    /** {@code Bottleneck.} inside a block of this name, for the paths of its stages, or empty. */
    String scope() {
        return blocks.isEmpty() ? "" : blocks.get(blocks.size() - 1).getSimpleName() + ".";
    }

    /** The values of {@code Block.A} to {@code Block.P} and their names. */
    Map<Integer, String> constants() {
        Map<Integer, String> constants = new HashMap<>();
        TypeElement block = elements.getTypeElement(BLOCK);
        if (block != null) {
            for (VariableElement field : ElementFilter.fieldsIn(block.getEnclosedElements())) {
                if (field.getConstantValue() instanceof Integer value) {
                    constants.put(value, field.getSimpleName().toString());
                }
            }
        }
        return constants;
    }

    /** A number as it is written, or what the constant in it stands for. */
    WrittenNumber read(
            Optional<Integer> value,
            String attribute,
            AnnotationOrigin place,
            LegalNumbers legal,
            Consumer<Finding> findings) {
        if (value.isEmpty() || value.get() > GREATEST_CONSTANT) {
            return legal.read(value, attribute, place, findings);
        }
        int written = value.get();
        for (Map.Entry<Integer, Given> constant : byConstant.entrySet()) {
            int parts = parts(written, constant.getKey());
            if (parts > 0) {
                return scaled(constant.getValue(), parts, legal, findings);
            }
        }
        boolean isStray = constants().keySet().stream().anyMatch(constant -> parts(written, constant) > 0);
        if (!isStray && blocks.isEmpty()) {
            return legal.read(value, attribute, place, findings);
        }
        findings.accept(Finding.of(
                Problem.BLOCK_NUMBER,
                place,
                isStray
                        ? "found a constant that is none of " + (blocks.isEmpty() ? "a block" : "this block's")
                        : "found a sum, or a multiple beyond " + GREATEST_FACTOR + ", of the block's constants",
                isStray
                        ? "write the number itself, or add an attribute to the block and a constant of its name"
                        : "add an attribute for the number, and a constant of its name"));
        return new WrittenNumber(legal.range(), place);
    }

    /** The number of 48ths of a constant that a written number is, or 0. */
    private static int parts(int written, int constant) {
        long scaled = (long) written * PARTS;
        long parts = scaled / constant;
        return scaled % constant == 0 && parts >= 1 && parts <= PARTS * GREATEST_FACTOR ? (int) parts : 0;
    }

    /** The constants of a block that stand for its numbers. */
    static List<VariableElement> constantsOf(TypeElement block) {
        return ElementFilter.fieldsIn(block.getEnclosedElements()).stream()
                .filter(field -> field.getConstantValue() instanceof Integer value && isConstant(value))
                .toList();
    }

    /** Whether it is a constant itself, not a multiple or a fraction of one. */
    private static boolean isConstant(int value) {
        return value % PARTS == 0 && BigInteger.valueOf(value / -PARTS).isProbablePrime(CERTAINTY);
    }

    /** A number as the stages of a block write it: {@code WIDTH}, {@code 4 * WIDTH}, {@code WIDTH / 2}, or {@code 64}. */
    static String text(int written, TypeElement block) {
        for (VariableElement field : constantsOf(block)) {
            int parts = parts(written, (Integer) Objects.requireNonNull(field.getConstantValue()));
            if (parts > 0) {
                int common = greatestCommon(PARTS, parts);
                return (parts == common ? "" : parts / common + " * ")
                        + field.getSimpleName()
                        + (PARTS == common ? "" : " / " + PARTS / common);
            }
        }
        return Integer.toString(written);
    }

    private static WrittenNumber scaled(Given of, int parts, LegalNumbers legal, Consumer<Finding> findings) {
        WrittenNumber number = of.number();
        AnnotationOrigin place = (AnnotationOrigin) number.origin();
        if (number.isTainted()) {
            return new WrittenNumber(legal.range(), place);
        }
        // As Java's integer division.
        long product = (long) number.value() * parts / PARTS;
        int scaled = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, product));
        return legal.read(Optional.of(scaled), of.attribute(), place, findings);
    }

    private static int greatestCommon(int a, int b) {
        return b == 0 ? a : greatestCommon(b, a % b);
    }
}
