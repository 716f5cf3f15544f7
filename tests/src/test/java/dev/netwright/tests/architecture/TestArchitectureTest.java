package dev.netwright.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds in the tests of every module. */
@AnalyzeClasses(locations = ModuleClasses.Tests.class)
class TestArchitectureTest {
    @ArchTest
    static final ArchRule jUnitIsOfOneGeneration = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.junit", "org.junit.rules..", "org.junit.runner..", "org.junit.runners..", "junit..");
}
