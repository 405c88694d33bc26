package dev.lanewise.architecture;

import static dev.lanewise.architecture.RuleAssertions.assertCatches;

import dev.lanewise.architecture.offenders.Named;
import dev.lanewise.architecture.offenders.engine.scalar.JavaLogging;
import dev.lanewise.architecture.offenders.engine.scalar.Nosy;
import org.junit.jupiter.api.Test;

/** Classes are named for a reason, keep no state that all share, and kernels are silent. */
class ClassArchitectureTest {
    @Test
    void namesTellAReasonToExist() {
        ClassRules.NAMES_TELL_A_REASON_TO_EXIST.check(MainClasses.ALL);
        for (Class<?> nested : Named.class.getDeclaredClasses()) {
            assertCatches(ClassRules.NAMES_TELL_A_REASON_TO_EXIST, nested.getSimpleName(), nested);
        }
    }

    @Test
    void staticFieldsAreFinal() {
        ClassRules.STATIC_FIELDS_ARE_FINAL.check(MainClasses.ALL);
        assertCatches(ClassRules.STATIC_FIELDS_ARE_FINAL, "Named.counter", Named.class);
    }

    @Test
    void kernelsDoNotLog() throws ClassNotFoundException {
        ClassRules.KERNELS_DO_NOT_LOG.check(MainClasses.ENGINE);
        assertCatches(ClassRules.KERNELS_DO_NOT_LOG, "PrintStream", Nosy.class);
        Class<?> logging = Class.forName(Nosy.class.getPackageName() + ".Logging");
        assertCatches(ClassRules.KERNELS_DO_NOT_LOG, "System$Logger", logging);
        assertCatches(ClassRules.KERNELS_DO_NOT_LOG, "java.util.logging.Logger", JavaLogging.class);
    }
}
