package dev.netwright.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * A spec as source text, reconstructed from the compiler's model: attributes in the order of the source, constants as
 * values.
 */
public final class SpecText {
    private static final String ANNOTATIONS = "dev.netwright.annotations.";
    private static final int LONGEST_LINE = 110;
    private static final String INDENT = "        ";

    private final Set<String> imports = new TreeSet<>();

    private final TypeElement spec;

    /** The type or package around what is written. */
    private Element enclosing;

    private SpecText(TypeElement spec) {
        this.spec = spec;
        enclosing = Objects.requireNonNull(spec.getEnclosingElement());
    }

    /** The interface with the annotations of this project on it and on its methods. */
    public static String of(AttributeReader family) {
        TypeElement spec = (TypeElement) family.origin().element();
        return new SpecText(spec).text();
    }

    private String text() {
        String stages = stages(spec, "    ");
        for (Element type : spec.getEnclosedElements()) {
            if (BlockText.isBlock(type)) {
                stages += block((TypeElement) type);
            }
        }
        String on = String.join("\n", annotations(spec, LONGEST_LINE));
        String visibility = spec.getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
        String name = visibility + "interface " + spec.getSimpleName();
        String body = stages.isEmpty() ? " {}\n" : " {\n" + stages + "}\n";
        StringBuilder text = new StringBuilder();
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        return text.append("\n")
                .append(on)
                .append("\n")
                .append(name)
                .append(body)
                .toString();
    }

    private String block(TypeElement type) {
        String text = BlockText.of(type, this::stages);
        imports.add(ANNOTATIONS + "Block");
        if (text.contains("@FirstOnly")) {
            imports.add(ANNOTATIONS + "FirstOnly");
        }
        return text;
    }

    /** The methods of an interface, one on each line. */
    private String stages(TypeElement type, String indent) {
        StringBuilder stages = new StringBuilder();
        for (Element method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            String annotations = String.join(" ", annotations(method, Integer.MAX_VALUE));
            stages.append(indent).append(annotations).append(" void ").append(method.getSimpleName());
            stages.append("();\n");
        }
        return stages.toString();
    }

    private List<String> annotations(Element element, int longestLine) {
        enclosing = Objects.requireNonNull(element.getEnclosingElement());
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> typeOf(mirror).getQualifiedName().toString().startsWith(ANNOTATIONS)
                        || BlockReader.isUse(mirror))
                .map(mirror -> annotation(mirror, "", longestLine))
                .toList();
    }

    /** On one line, or one line for each attribute if that would be too long. */
    private String annotation(AnnotationMirror mirror, String indent, int longestLine) {
        String name = "@" + name(typeOf(mirror));
        List<String> attributes = attributes(mirror, indent, Integer.MAX_VALUE);
        if (attributes.isEmpty()) {
            return name;
        }
        String line = name + "(" + String.join(", ", attributes) + ")";
        if (indent.length() + line.length() <= longestLine) {
            return line;
        }
        String inner = indent + INDENT;
        return name + "(\n" + inner + String.join(",\n" + inner, attributes(mirror, inner, longestLine)) + ")";
    }

    private List<String> attributes(AnnotationMirror mirror, String indent, int longestLine) {
        List<String> attributes = new ArrayList<>();
        boolean isValueAlone = mirror.getElementValues().size() == 1;
        mirror.getElementValues().forEach((attribute, value) -> {
            boolean isNameless = isValueAlone && attribute.getSimpleName().contentEquals("value");
            String name = isNameless ? "" : attribute.getSimpleName() + " = ";
            attributes.add(name + value(value, indent, longestLine - name.length()));
        });
        return attributes;
    }

    private String value(AnnotationValue value, String indent, int longestLine) {
        return value.accept(new ValueText(indent, longestLine), null);
    }

    private String name(TypeElement type) {
        Element outer = Objects.requireNonNull(type.getEnclosingElement());
        if (outer.equals(spec)) {
            return type.getSimpleName().toString();
        }
        if (outer instanceof TypeElement outerType) {
            return name(outerType) + "." + type.getSimpleName();
        }
        imports.add(type.getQualifiedName().toString());
        return type.getSimpleName().toString();
    }

    private static TypeElement typeOf(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    /** Java text of one value. */
    private final class ValueText extends SimpleAnnotationValueVisitor14<String, Void> {
        private final String indent;
        private final int longestLine;

        ValueText(String indent, int longestLine) {
            this.indent = indent;
            this.longestLine = longestLine;
        }

        @Override
        public String visitInt(int value, Void nothing) {
            return enclosing.getEnclosingElement() instanceof TypeElement block
                    ? BlockNumbers.text(value, block)
                    : Integer.toString(value);
        }

        @Override
        protected String defaultAction(Object value, Void nothing) {
            return value.toString();
        }

        @Override
        public String visitString(String value, Void nothing) {
            return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }

        @Override
        public String visitEnumConstant(VariableElement constant, Void nothing) {
            TypeElement type = (TypeElement) ((DeclaredType) constant.asType()).asElement();
            return name(type) + "." + constant.getSimpleName();
        }

        @Override
        public String visitAnnotation(AnnotationMirror mirror, Void nothing) {
            return annotation(mirror, indent, longestLine);
        }

        @Override
        public String visitArray(List<? extends AnnotationValue> values, Void nothing) {
            List<String> inLine = values.stream()
                    .map(value -> value(value, indent, Integer.MAX_VALUE))
                    .toList();
            if (inLine.size() == 1) {
                return value(values.get(0), indent, longestLine);
            }
            String line = "{" + String.join(", ", inLine) + "}";
            if (indent.length() + line.length() <= longestLine) {
                return line;
            }
            String inner = indent + "    ";
            return "{\n" + inner
                    + String.join(
                            ",\n" + inner,
                            values.stream()
                                    .map(value -> value(value, inner, longestLine))
                                    .toList())
                    + "\n" + indent + "}";
        }
    }
}
