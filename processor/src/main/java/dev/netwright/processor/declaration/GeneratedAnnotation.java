package dev.netwright.processor.declaration;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** {@code @Generated}, which generated classes carry if they can import it. */
public final class GeneratedAnnotation {
    /** Its full name. */
    public static final String NAME = "javax.annotation.processing.Generated";

    private static final String MODULE = "java.compiler";

    private GeneratedAnnotation() {}

    /**
     * Whether a type's module reads the annotation's. The module's directives decide, because Eclipse's compiler also
     * finds types of modules that aren't read.
     */
    static boolean isVisibleFrom(TypeElement type, Elements elements) {
        ModuleElement module = elements.getModuleOf(type);
        return module == null || module.isUnnamed() || isRequired(module, false, new HashSet<>());
    }

    private static boolean isRequired(ModuleElement by, boolean isTransitive, Set<String> seen) {
        return ElementFilter.requiresIn(by.getDirectives()).stream()
                .filter(directive -> directive.isTransitive() || !isTransitive)
                .map(RequiresDirective::getDependency)
                .anyMatch(dependency -> dependency.getQualifiedName().contentEquals(MODULE)
                        || (seen.add(dependency.getQualifiedName().toString()) && isRequired(dependency, true, seen)));
    }
}
