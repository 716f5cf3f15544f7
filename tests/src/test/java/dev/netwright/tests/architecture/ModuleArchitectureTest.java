package dev.netwright.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** What holds in every module. */
@AnalyzeClasses(locations = ModuleClasses.Production.class)
class ModuleArchitectureTest {
    @ArchTest
    static final ArchRule theSpecLanguageDependsOnNothing = classes()
            .that()
            .resideInAPackage("dev.netwright.annotations..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.netwright.annotations..");

    @ArchTest
    static final ArchRule operationsDependOnNothing = classes()
            .that()
            .resideInAPackage("dev.netwright.operation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.netwright.operation..");

    @ArchTest
    static final ArchRule plansKnowOperationsAlone = classes()
            .that()
            .resideInAPackage("dev.netwright.plan..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.netwright.plan..", "dev.netwright.operation..");

    /** A run's folder that can't be written is reported where the log may be silenced. */
    @ArchTest
    static final ArchRule onlyReportsAndProgramsPrint = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.netwright.runtime.report..",
                    "dev.netwright.runtime.internal.runfolder..",
                    "dev.netwright.commandline..",
                    "dev.netwright.examples..")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should(be(simpleNameEndingWith("Utils")
                    .or(simpleNameEndingWith("Util"))
                    .or(simpleNameEndingWith("Manager"))
                    .or(simpleNameEndingWith("Helper"))
                    .or(simpleNameEndingWith("Impl"))));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(be(inANullMarkedPackage()));

    @ArchTest
    static final ArchRule examplesAndTestsAreNeverDependedOn = noClasses()
            .that()
            .resideOutsideOfPackages("dev.netwright.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.netwright.examples..", "dev.netwright.tests..");

    /** A package without a {@code package-info} has no annotation either. */
    private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
        return DescribedPredicate.describe(
                "in a package whose package-info says @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
}
