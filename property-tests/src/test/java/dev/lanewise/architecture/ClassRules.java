package dev.lanewise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** What a class may be called, keep and print. */
final class ClassRules {
    static final ArchRule NAMES_TELL_A_REASON_TO_EXIST = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Common")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .because("a class has one reason to exist, and its name says it");

    static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("plans and maps are shared between threads, and a choice is made once");

    static final ArchRule KERNELS_DO_NOT_LOG = noClasses()
            .that()
            .resideInAnyPackage("..engine.simd..", "..engine.scalar..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.System\\$Logger.*|java\\.util\\.logging\\..*|java\\.io\\..*")
            .because("kernels check nothing, allocate nothing, log nothing");

    private ClassRules() {}
}
