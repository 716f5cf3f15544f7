package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The annotated interface itself, whichever family annotates it.
 *
 * @param packageName empty for the unnamed package
 * @param interfaceName simple name of the spec
 * @param className simple name of the class to write; empty if there is no legal one
 * @param isPublic whether the interface, and so the class, is public
 */
public record SpecDeclaration(String packageName, String interfaceName, String className, boolean isPublic) {
    private static final String SUFFIX = "Spec";

    /** A spec and what is wrong with it. */
    public record Reading(SpecDeclaration spec, Report report) {}

    /** Reads an annotated type and the family's attribute {@code name}. */
    public static Reading read(TypeElement type, AttributeReader family, Elements elements) {
        List<Finding> findings = new ArrayList<>();
        Origin place = new AnnotationOrigin(type, null, null, "");
        if (type.getKind() != ElementKind.INTERFACE
                || type.getNestingKind() != NestingKind.TOP_LEVEL
                || !type.getTypeParameters().isEmpty()) {
            findings.add(Finding.of(
                    Problem.SPEC_NOT_INTERFACE,
                    place,
                    type.getSimpleName() + " is not such an interface",
                    "declare it as: public interface " + type.getSimpleName() + " {}"));
        }
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        Written<String> name = family.string("name");
        String className = className(type, packageName, name, elements, findings);
        return new Reading(
                new SpecDeclaration(
                        packageName,
                        type.getSimpleName().toString(),
                        className,
                        type.getModifiers().contains(Modifier.PUBLIC)),
                new Report(findings));
    }

    private static String className(
            TypeElement type, String packageName, Written<String> name, Elements elements, List<Finding> findings) {
        String interfaceName = type.getSimpleName().toString();
        if (name.value().isEmpty()) {
            if (interfaceName.endsWith(SUFFIX) && interfaceName.length() > SUFFIX.length()) {
                String derived = interfaceName.substring(0, interfaceName.length() - SUFFIX.length());
                return free(derived, packageName, name.origin(), elements, findings);
            }
            findings.add(Finding.of(
                    Problem.CLASS_NAME,
                    name.origin(),
                    "the interface's name " + interfaceName + " doesn't end in " + SUFFIX + ", and no name is given",
                    "rename the interface to " + interfaceName + SUFFIX + ", or add name = \"...\""));
            return "";
        }
        if (!SourceVersion.isIdentifier(name.value()) || SourceVersion.isKeyword(name.value())) {
            findings.add(Finding.of(
                    Problem.CLASS_NAME,
                    name.origin(),
                    "\"" + name.value() + "\" is not a simple Java class name",
                    "choose a name such as " + interfaceName + "Network"));
            return "";
        }
        return free(name.value(), packageName, name.origin(), elements, findings);
    }

    private static String free(
            String className, String packageName, Origin place, Elements elements, List<Finding> findings) {
        String qualified = packageName.isEmpty() ? className : packageName + "." + className;
        TypeElement taken = elements.getTypeElement(qualified);
        if (taken == null || elements.getOrigin(taken) != Elements.Origin.EXPLICIT || !isHandWritten(taken, elements)) {
            return className;
        }
        findings.add(Finding.of(
                Problem.CLASS_NAME,
                place,
                "the package already has a hand-written " + className,
                "rename one of them, or add name = \"...\""));
        return "";
    }

    /** A class that we wrote in an earlier build may still be found on the class path; it will be written anew. */
    private static boolean isHandWritten(TypeElement type, Elements elements) {
        return elements.getAllAnnotationMirrors(type).stream()
                .noneMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Generated"));
    }
}
