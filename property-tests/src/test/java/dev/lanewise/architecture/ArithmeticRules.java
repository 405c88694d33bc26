package dev.lanewise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;

/** What would leave the bits of a result open. */
final class ArithmeticRules {
    /** The members of {@link Math} whose result is specified to the last bit. */
    private static final Set<String> EXACT_IN_MATH = Set.of(
            "abs",
            "absExact",
            "addExact",
            "ceil",
            "ceilDiv",
            "ceilDivExact",
            "ceilMod",
            "clamp",
            "copySign",
            "decrementExact",
            "divideExact",
            "floor",
            "floorDiv",
            "floorDivExact",
            "floorMod",
            "fma",
            "getExponent",
            "IEEEremainder",
            "incrementExact",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "nextAfter",
            "nextDown",
            "nextUp",
            "powExact",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp",
            "unsignedMultiplyExact",
            "unsignedMultiplyHigh",
            "unsignedPowExact");

    private static final Set<String> TRANSCENDENTAL_OPERATORS = Set.of(
            "ACOS", "ASIN", "ATAN", "ATAN2", "CBRT", "COS", "COSH", "EXP", "EXPM1", "HYPOT", "LOG", "LOG10", "LOG1P",
            "POW", "SIN", "SINH", "TAN", "TANH");

    private static final Set<String> COMBINATIONS =
            Set.of("add", "blend", "compare", "div", "eq", "fma", "lanewise", "lt", "max", "min", "mul", "pow", "sub");

    private static final String VECTOR_PACKAGE = "jdk.incubator.vector";

    static final ArchRule LANES_ARE_NOT_REDUCED_IN_AN_OPEN_ORDER = never(
            "call reduceLanes",
            "it leaves the order of a sum open",
            access -> inVectorPackage(access) && access.getTarget().getName().startsWith("reduceLanes"));

    static final ArchRule MATH_IS_USED_WHERE_IT_IS_EXACT = never(
            "use a function of Math that is not specified to the last bit",
            "it may differ between machines and compilers: use StrictMath or polynomials of our own",
            access -> isOwner(access, Math.class.getName())
                    && !EXACT_IN_MATH.contains(access.getTarget().getName()));

    static final ArchRule VECTORS_COMPUTE_NO_TRANSCENDENTAL_FUNCTIONS = never(
            "use a transcendental operator on vectors",
            "it may differ between machines and widths",
            access -> isOwner(access, VECTOR_PACKAGE + ".VectorOperators")
                            && TRANSCENDENTAL_OPERATORS.contains(
                                    access.getTarget().getName())
                    || inVectorPackage(access) && access.getTarget().getName().equals("pow"));

    /**
     * A vector that is given a number makes a vector of it by a virtual method of its own. Once vectors of two widths have
     * been hot in one program, C2 does not know which, and the vectors of every kernel that does so become objects.
     */
    static final ArchRule VECTORS_ARE_COMBINED_WITH_VECTORS = never(
            "combine a vector with a number",
            "it allocates where vectors of two widths are hot: broadcast the number first",
            access -> inVectorPackage(access)
                    && COMBINATIONS.contains(access.getTarget().getName())
                    && takesANumber(access.getTarget()));

    static final ArchRule STREAMS_DO_NOT_SUM_FLOATING_POINT = never(
            "sum a DoubleStream",
            "it leaves the order of a sum open",
            access -> isOwner(access, "java.util.stream.DoubleStream")
                    && Set.of("sum", "average", "summaryStatistics")
                            .contains(access.getTarget().getName()));

    private ArithmeticRules() {}

    private static ArchRule never(String doing, String because, Predicate<JavaAccess<?>> forbidden) {
        DescribedPredicate<JavaAccess<?>> described = DescribedPredicate.describe(doing, forbidden);
        return noClasses().should().accessTargetWhere(described).because(because);
    }

    private static boolean isOwner(JavaAccess<?> access, String type) {
        return access.getTargetOwner().getName().equals(type);
    }

    private static boolean takesANumber(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream().anyMatch(JavaClass::isPrimitive);
    }

    private static boolean inVectorPackage(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals(VECTOR_PACKAGE);
    }
}
