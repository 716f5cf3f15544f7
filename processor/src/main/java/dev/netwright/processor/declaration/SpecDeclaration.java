package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The annotated interface itself, whichever family annotates it.
 *
 * @param packageName empty for the unnamed package
 * @param interfaceName simple name of the spec
 * @param className simple name of the generated class; empty if there is no legal one
 * @param isPublic whether the interface, and so the class, is public
 * @param seesGenerated whether the class can import {@link GeneratedAnnotation#NAME}
 */
public record SpecDeclaration(
        String packageName, String interfaceName, String className, boolean isPublic, boolean seesGenerated) {
    private static final String SUFFIX = "Spec";
    private static final String ANNOTATIONS = "dev.netwright.annotations.";

    /** Java Language Specification, section 3.9: contextual keywords that a {@code TypeIdentifier} excludes. */
    private static final Set<String> RESTRICTED = Set.of("permits", "record", "sealed", "var", "yield");

    /**
     * The superclass of every generated class. A class of an earlier build can still be on the class path, without a
     * trace of {@code @Generated}, and must be written again.
     */
    private static final String GENERATED_SUPERCLASS = "dev.netwright.runtime.network.GeneratedNetwork";

    /**
     * A spec and what is wrong with it.
     *
     * @param namePlace where the generated class's name is written, or could be
     */
    public record Reading(SpecDeclaration spec, Origin namePlace, Report report) {}

    /** Full name of the generated class. */
    public String qualifiedClassName() {
        return inPackage(className);
    }

    /** Reads an annotated type and the family's attribute {@code name}. */
    public static Reading read(TypeElement type, AttributeReader family, Elements elements) {
        List<Finding> findings = new ArrayList<>();
        String interfaceName = type.getSimpleName().toString();
        String otherThanInterface = otherThanInterface(type);
        if (!otherThanInterface.isEmpty()) {
            findings.add(Finding.of(
                    Problem.SPEC_NOT_INTERFACE,
                    new AnnotationOrigin(type, null, null, ""),
                    interfaceName + " " + otherThanInterface,
                    "declare it at the top level of a file as: interface " + interfaceName + " {}"));
        }
        Written<String> name = family.string("name");
        SpecDeclaration wanted = new SpecDeclaration(
                elements.getPackageOf(type).getQualifiedName().toString(),
                interfaceName,
                name.value().isEmpty() ? derivedName(interfaceName) : name.value(),
                type.getModifiers().contains(Modifier.PUBLIC),
                GeneratedAnnotation.isVisibleFrom(type, elements));
        Optional<Finding> fault =
                name.isTainted() ? Optional.empty() : wanted.nameFault(name, elements.getPackageOf(type), elements);
        fault.ifPresent(findings::add);
        boolean isNamed = fault.isEmpty() && !name.isTainted();
        return new Reading(isNamed ? wanted : wanted.withoutClassName(), name.origin(), new Report(findings));
    }

    private static String otherThanInterface(TypeElement type) {
        if (type.getKind() != ElementKind.INTERFACE) {
            return switch (type.getKind()) {
                case ENUM -> "is an enum";
                case RECORD -> "is a record";
                case ANNOTATION_TYPE -> "is an annotation";
                default -> "is a class";
            };
        }
        if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
            return "is nested in another type";
        }
        return type.getTypeParameters().isEmpty() ? "" : "has type parameters";
    }

    private static String derivedName(String interfaceName) {
        return interfaceName.endsWith(SUFFIX)
                ? interfaceName.substring(0, interfaceName.length() - SUFFIX.length())
                : "";
    }

    private Optional<Finding> nameFault(Written<String> name, PackageElement home, Elements elements) {
        if (className.isEmpty()) {
            return nameFault(
                    name,
                    "not set, and " + interfaceName + " isn't a name followed by " + SUFFIX,
                    "rename the interface to " + interfaceName + SUFFIX + ", or add name = \"" + interfaceName
                            + "Network\"");
        }
        if (!isTypeName(className)) {
            return nameFault(
                    name,
                    "\"" + className + "\" can't be the name of a Java class",
                    "choose another name, such as " + interfaceName + "Network");
        }
        TypeElement taken = elements.getTypeElement(qualifiedClassName());
        if (taken != null && !isGenerated(taken)) {
            return nameFault(
                    name,
                    "the type " + qualifiedClassName() + " already exists",
                    "rename it, or set name = \"" + freeName(elements) + "\"");
        }
        if (elements.getTypeElement(ANNOTATIONS + className) != null) {
            return Optional.of(Finding.of(
                    Problem.HIDDEN_ANNOTATION,
                    name.origin(),
                    "class " + className + " would hide dev.netwright.annotations." + className
                            + " from wildcard imports in its package",
                    "set name = \"" + freeName(elements) + "\", or rename the interface"));
        }
        return sameFile(home)
                .map(other -> differsInCapitals(name.origin(), qualifiedClassName(), other, freeName(elements)));
    }

    /** Full name of a hand-written type whose class file has the same name on file systems that ignore case. */
    private Optional<String> sameFile(PackageElement home) {
        return ElementFilter.typesIn(home.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().toString().equalsIgnoreCase(className) && !isGenerated(type))
                .map(type -> type.getQualifiedName().toString())
                .findFirst();
    }

    /** The finding for two classes whose names differ only in case. */
    public static Finding differsInCapitals(Origin namePlace, String name, String other, String free) {
        return Finding.of(
                Problem.CLASS_NAME,
                namePlace,
                name + " differs from " + other + " only in case, and many file systems use one file for both",
                "set name = \"" + free + "\"");
    }

    /** A name that neither a type of the package nor an annotation has. */
    private String freeName(Elements elements) {
        String free = className.endsWith("Network") ? "My" + className : className + "Network";
        String candidate = free;
        for (int i = 2; elements.getTypeElement(inPackage(candidate)) != null; i++) {
            candidate = free + i;
        }
        return candidate;
    }

    private String inPackage(String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    private static Optional<Finding> nameFault(Written<String> name, String found, String fix) {
        return Optional.of(Finding.of(Problem.CLASS_NAME, name.origin(), found, fix));
    }

    /** Whether a name is neither a keyword nor a contextual one. */
    private static boolean isTypeName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !RESTRICTED.contains(name);
    }

    private static boolean isGenerated(TypeElement type) {
        return type.getSuperclass().toString().equals(GENERATED_SUPERCLASS);
    }

    private SpecDeclaration withoutClassName() {
        return new SpecDeclaration(packageName, interfaceName, "", isPublic, seesGenerated);
    }
}
