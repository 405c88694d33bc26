package dev.lanewise.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pairs of classes that have to offer the same: SIMD and scalar, double and float. */
final class TwinRules {
    private static final String SIMD = "..engine.simd..";
    private static final String SCALAR = "..engine.scalar..";

    static final ArchRule SIMD_KERNELS_EXTEND_SCALAR_ONES_OF_THE_SAME_NAME = classes()
            .that()
            .resideInAPackage(SIMD)
            .and()
            .arePublic()
            .should(be(describe("subclasses of the scalar kernel of their name", TwinRules::extendsScalarNamesake)))
            .because("both rooms have the same doors");

    static final ArchRule SIMD_KERNELS_HAVE_NO_DOORS_OF_THEIR_OWN = classes()
            .that()
            .resideInAPackage(SIMD)
            .and()
            .arePublic()
            .should(offerNoMoreThan("the scalar kernel of their name", TwinRules::scalarNamesake, name -> name))
            .because("what the scalar backend lacks cannot be called");

    static final ArchRule SCALAR_KERNELS_HAVE_SIMD_ONES_OF_THE_SAME_NAME = classes()
            .that()
            .resideInAPackage(SCALAR)
            .and()
            .arePublic()
            .should(be(describe("superclasses of a SIMD kernel of their name", TwinRules::isExtendedBySimdNamesake)))
            .because("both rooms have the same doors");

    static final ArchRule DOUBLE_CLASSES_HAVE_FLOAT_TWINS = classes()
            .that()
            .arePublic()
            .and()
            .haveSimpleNameStartingWith("Double")
            .should(offerNoMoreThan("their Float twin", TwinRules::floatTwin, TwinRules::toFloat))
            .because("public pairs are DoubleX and FloatX");

    static final ArchRule FLOAT_CLASSES_ARE_TWINS_OF_DOUBLE_ONES = classes()
            .that()
            .arePublic()
            .and()
            .haveSimpleNameStartingWith("Float")
            .should(offerNoMoreThan("their Double twin", TwinRules::doubleTwin, TwinRules::toDouble))
            .because("double is the source, float is derived");

    private TwinRules() {}

    private static boolean extendsScalarNamesake(JavaClass simd) {
        return scalarNamesake(simd).isPresent();
    }

    private static Optional<JavaClass> scalarNamesake(JavaClass simd) {
        return simd.getAllRawSuperclasses().stream()
                .filter(scalar -> scalar.getSimpleName().equals(simd.getSimpleName()))
                .filter(scalar -> scalar.getPackageName().endsWith(".engine.scalar"))
                .findFirst();
    }

    private static boolean isExtendedBySimdNamesake(JavaClass scalar) {
        return scalar.getAllSubclasses().stream()
                .filter(simd -> simd.getPackageName().endsWith(".engine.simd"))
                .anyMatch(simd -> simd.getSimpleName().equals(scalar.getSimpleName())
                        && simd.getModifiers().contains(JavaModifier.PUBLIC));
    }

    /** That each public method has its counterpart, with the same parameters, modulo renaming, in another class. */
    private static ArchCondition<JavaClass> offerNoMoreThan(
            String whom, Function<JavaClass, Optional<JavaClass>> other, Function<String, String> renaming) {
        return new ArchCondition<>("offer no more than " + whom) {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                Optional<JavaClass> found = other.apply(javaClass);
                Set<String> lacking = publicMethods(javaClass, renaming);
                found.ifPresent(twin -> lacking.removeAll(publicMethods(twin, Function.identity())));
                String message = found.isEmpty()
                        ? javaClass.getName() + " stands alone"
                        : javaClass.getName() + " offers, but " + found.get().getName() + " does not: " + lacking;
                events.add(new SimpleConditionEvent(javaClass, found.isPresent() && lacking.isEmpty(), message));
            }
        };
    }

    private static Set<String> publicMethods(JavaClass javaClass, Function<String, String> renaming) {
        return javaClass.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        || method.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(method -> renaming.apply(signature(method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static Optional<JavaClass> floatTwin(JavaClass javaClass) {
        return sibling(javaClass, toFloat(javaClass.getName()));
    }

    private static Optional<JavaClass> doubleTwin(JavaClass javaClass) {
        return sibling(javaClass, toDouble(javaClass.getName()));
    }

    private static Optional<JavaClass> sibling(JavaClass javaClass, String name) {
        return javaClass.getPackage().getClasses().stream()
                .filter(each -> each.getName().equals(name))
                .findAny();
    }

    private static String toFloat(String name) {
        return name.replace("double", "float").replace("Double", "Float");
    }

    private static String toDouble(String name) {
        return name.replace("float", "double").replace("Float", "Double");
    }
}
