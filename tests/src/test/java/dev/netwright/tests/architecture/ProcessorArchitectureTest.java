package dev.netwright.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/** Four kinds of truth, one direction: each stage knows those before it and none after it. */
@AnalyzeClasses(locations = ModuleClasses.Production.class)
class ProcessorArchitectureTest {
    private static final String ROOT = "dev.netwright.processor";
    private static final String ALL = ROOT + "..";

    @ArchTest
    static final ArchRule stagesKnowOnlyThoseBeforeThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("diagnostics")
            .definedBy(ROOT + ".diagnostics..")
            .layer("declaration")
            .definedBy(ROOT + ".declaration..")
            .layer("network")
            .definedBy(ROOT + ".network..")
            .layer("shape")
            .definedBy(ROOT + ".shape..")
            .layer("check")
            .definedBy(ROOT + ".check..")
            .layer("torch")
            .definedBy(ROOT + ".torch..")
            .layer("plan")
            .definedBy(ROOT + ".plan..")
            .layer("lint")
            .definedBy(ROOT + ".lint..")
            .layer("writer")
            .definedBy(ROOT + ".writer..")
            .layer("card")
            .definedBy(ROOT + ".card..")
            .layer("root")
            .definedBy(ROOT)
            .whereLayer("diagnostics")
            .mayNotAccessAnyLayer()
            .whereLayer("declaration")
            .mayOnlyAccessLayers("diagnostics")
            .whereLayer("network")
            .mayOnlyAccessLayers("diagnostics", "declaration")
            .whereLayer("shape")
            .mayOnlyAccessLayers("diagnostics", "declaration", "network")
            .whereLayer("check")
            .mayOnlyAccessLayers("diagnostics", "declaration", "network", "shape")
            .whereLayer("torch")
            .mayOnlyAccessLayers("declaration", "network", "shape")
            .whereLayer("plan")
            .mayOnlyAccessLayers("diagnostics", "declaration", "network", "shape", "check", "torch")
            .whereLayer("lint")
            .mayOnlyAccessLayers("diagnostics", "declaration", "network", "shape", "plan")
            .whereLayer("writer")
            .mayOnlyAccessLayers("diagnostics", "declaration", "network", "shape", "check", "torch", "plan")
            .whereLayer("card")
            .mayOnlyAccessLayers("declaration", "network", "shape", "plan")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule stagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theMiddleIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".network..",
                    ROOT + ".shape..",
                    ROOT + ".check..",
                    ROOT + ".torch..",
                    ROOT + ".plan..",
                    ROOT + ".lint..",
                    ROOT + ".card..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax..", "com.palantir.javapoet..", "com.google..")
            .because("it is tested in milliseconds, without a compiler");

    @ArchTest
    static final ArchRule onlyDeclarationsReadMirrors = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .resideOutsideOfPackages(ROOT, ROOT + ".declaration..")
            .should()
            .callMethodWhere(on(AnnotationMirror.class))
            .orShould()
            .callMethodWhere(on(AnnotationValue.class));

    @ArchTest
    static final ArchRule onlyDiagnosticsCarryMirrorsOn = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .resideOutsideOfPackages(ROOT, ROOT + ".declaration..", ROOT + ".diagnostics..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AnnotationMirror.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(AnnotationValue.class);

    @ArchTest
    static final ArchRule onlyTheWriterUsesJavaPoet = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .resideOutsideOfPackages(ROOT, ROOT + ".writer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule onlyTheReporterCallsMessager = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .doNotHaveSimpleName("ProblemReporter")
            .should()
            .callMethodWhere(on(Messager.class));

    @ArchTest
    static final ArchRule theSpecLanguageAndTheRuntimeAreOnlyNames = noClasses()
            .that()
            .resideInAPackage(ALL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.netwright.annotations..", "dev.netwright.runtime..")
            .because("the processor runs in a compiler that need not see them");

    @ArchTest
    static final ArchRule plansNeverHash = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".plan..", ROOT + ".card..")
            .should()
            .dependOnClassesThat(hashTables())
            .orShould()
            .callMethodWhere(unorderedFactories())
            .because("the order of a hash table, or of Map.copyOf, which changes from run to run, would leak into the"
                    + " generated class and its card");

    /** Their linked subclasses keep an order. */
    private static DescribedPredicate<JavaClass> hashTables() {
        return describe(
                "HashMap or HashSet", type -> type.isEquivalentTo(HashMap.class) || type.isEquivalentTo(HashSet.class));
    }

    private static DescribedPredicate<JavaMethodCall> unorderedFactories() {
        return describe("an unordered map's or set's factory", call -> {
            JavaClass type = call.getTargetOwner();
            if (type.isEquivalentTo(Map.class) || type.isEquivalentTo(Set.class)) {
                return Set.of("of", "ofEntries", "copyOf").contains(call.getName());
            }
            return type.isEquivalentTo(Collectors.class)
                    && Set.of("toSet", "toMap", "groupingBy").contains(call.getName());
        });
    }

    private static DescribedPredicate<JavaCall<?>> on(Class<?> type) {
        return target(owner(assignableTo(type)));
    }
}
