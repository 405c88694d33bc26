package dev.lanewise.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.structured.DoubleLinearMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import net.jqwik.api.Property;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;

/** Main classes of this package, run in a machine of their own on the class path. */
public final class ForkedBackend {
    static final String ADD_MODULE = "--add-modules=jdk.incubator.vector";

    private ForkedBackend() {}

    /** Skips the test that calls it, with the reason, where SIMD cannot run on the class path with the module added. */
    public static void assumeSimd() {
        usual();
    }

    /** What runs on the class path with the module added; skips the test if that is not SIMD. */
    static BackendFacts usual() {
        BackendFacts usual = BackendFacts.parse(java().with(ADD_MODULE, BackendFacts.class.getName())
                .run()
                .outOfSuccess()
                .strip());
        assumeTrue(usual.backend() == Backend.SIMD, usual.reason());
        return usual;
    }

    /** Java with everything on the class path, the laws too; its flags and the main class still to be said. */
    static JdkTool java() {
        return JdkTool.named(
                "java",
                "--class-path",
                JdkTool.classPathOf(
                        ForkedBackend.class,
                        HadamardRotation.class,
                        DoubleLinearMap.class,
                        LongArrayList.class,
                        Backend.class,
                        Property.class,
                        Test.class,
                        AssertionFailedError.class,
                        JUnitException.class,
                        API.class));
    }
}
