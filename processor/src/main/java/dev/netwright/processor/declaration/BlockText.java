package dev.netwright.processor.declaration;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** A block that a spec declares, as source text. */
final class BlockText {
    private static final String INDENT = "    ";

    private BlockText() {}

    /**
     * The declaration, after an empty line.
     *
     * @param stages the text of a type's stages at an indent
     */
    static String of(TypeElement block, BiFunction<TypeElement, String, String> stages) {
        StringBuilder text =
                new StringBuilder("\n" + INDENT + "@Block\n" + INDENT + "@interface " + block.getSimpleName() + " {\n");
        for (ExecutableElement attribute : ElementFilter.methodsIn(block.getEnclosedElements())) {
            text.append(INDENT).append(INDENT).append(attribute(attribute)).append("\n");
        }
        String constants = constants(block);
        if (!constants.isEmpty()) {
            text.append("\n").append(INDENT).append(INDENT).append(constants).append("\n");
        }
        for (TypeElement type : ElementFilter.typesIn(block.getEnclosedElements())) {
            if (type.getKind() == ElementKind.INTERFACE) {
                String inner = INDENT + INDENT;
                text.append("\n").append(inner).append("interface ").append(type.getSimpleName());
                text.append(" {\n")
                        .append(stages.apply(type, inner + INDENT))
                        .append(inner)
                        .append("}\n");
            }
        }
        return text.append(INDENT).append("}\n").toString();
    }

    private static String attribute(ExecutableElement attribute) {
        String text = (BlockReader.isFirstOnly(attribute) ? "@FirstOnly " : "") + attribute.getReturnType() + " "
                + attribute.getSimpleName() + "()";
        return text + (attribute.getDefaultValue() == null ? "" : " default " + attribute.getDefaultValue()) + ";";
    }

    /** {@code int WIDTH = Block.A, STRIDE = Block.B;} */
    private static String constants(TypeElement block) {
        List<VariableElement> constants = BlockNumbers.constantsOf(block);
        return constants.isEmpty()
                ? ""
                : constants.stream()
                        .map(constant ->
                                constant.getSimpleName() + " = Block." + (char) ('A' + constants.indexOf(constant)))
                        .collect(Collectors.joining(", ", "int ", ";"));
    }

    /** Whether an element is the declaration of a block. */
    static boolean isBlock(Element element) {
        return element.getKind() == ElementKind.ANNOTATION_TYPE && BlockReader.isBlock((TypeElement) element);
    }
}
