package dev.lanewise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Who may know whom. Packages are matched by their last part, so that offenders among the tests match too. */
final class ModuleRules {
    private static final String VECTOR = "jdk.incubator.vector..";
    private static final String[] ENGINE = {"..engine.."};
    private static final String[] STRUCTURED = {"..structured.."};
    private static final String CLI = "..cli..";

    static final ArchRule ENGINE_DEPENDS_ON_THE_JDK_ALONE = classes()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", VECTOR, ENGINE[0])
            .because("the engine depends on the JDK alone");

    static final ArchRule STRUCTURED_DEPENDS_ON_ENGINE_AND_FASTUTIL = classes()
            .that()
            .resideInAnyPackage(STRUCTURED)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "it.unimi.dsi.fastutil..", ENGINE[0], STRUCTURED[0])
            .because("dependencies run one way: api -> structured -> engine");

    static final ArchRule API_DEPENDS_ON_STRUCTURED_AND_ENGINE = classes()
            .that()
            .resideOutsideOfPackages(ENGINE[0], STRUCTURED[0])
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.lanewise..")
            .because("the api has no dependencies but structured and engine");

    static final ArchRule CLI_DEPENDS_ON_API_PICOCLI_AND_PROGRESSBAR = classes()
            .that()
            .resideInAPackage(CLI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.lanewise..", "picocli..", "me.tongfei.progressbar..")
            .because("the command has no dependencies but the api, picocli and progressbar");

    static final ArchRule CLI_DOES_NOT_KNOW_KERNELS = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.simd..", "..engine.scalar..", VECTOR)
            .because("the command uses what the api passes on, as everybody does");

    static final ArchRule NOBODY_DEPENDS_ON_THE_CLI = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI)
            .because("dependencies run one way: cli -> api -> structured -> engine");

    static final ArchRule KERNELS_AND_PROBE_ALONE_NAME_THE_INCUBATOR_MODULE = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.simd..")
            .and()
            .haveNameNotMatching(".*\\.engine\\.backend\\.BackendProbe(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(VECTOR)
            .because("the day the module leaves incubation is to be a small edit");

    static final ArchRule SCALAR_DOES_NOT_KNOW_SIMD = noClasses()
            .that()
            .resideInAPackage("..engine.scalar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.simd..", VECTOR)
            .because("the scalar kernels run where the SIMD kernels cannot be loaded");

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            SlicesRuleDefinition.slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();

    private ModuleRules() {}

    /** Every package on its own, that of a whole module included. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("dev.lanewise")
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
