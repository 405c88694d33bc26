package dev.lanewise.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** Shows that a rule can fail: it is tried on a class that breaks it. */
final class RuleAssertions {
    private RuleAssertions() {}

    /** That the rule finds the given thing in the given classes. */
    static void assertCatches(ArchRule rule, String wanted, Class<?>... offenders) {
        String report = report(rule, offenders);
        assertTrue(report.contains(wanted), () -> "wanted \"" + wanted + "\" in: " + report);
    }

    /** That the rule has nothing against the given classes. */
    static void assertAllows(ArchRule rule, Class<?>... innocents) {
        rule.allowEmptyShould(true).check(new ClassFileImporter().importClasses(innocents));
    }

    private static String report(ArchRule rule, Class<?>... offenders) {
        return String.join(
                "\n",
                rule.evaluate(new ClassFileImporter().importClasses(offenders))
                        .getFailureReport()
                        .getDetails());
    }
}
