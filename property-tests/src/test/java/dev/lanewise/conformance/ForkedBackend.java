package dev.lanewise.conformance;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.structured.DoubleLinearMap;

/** Main classes of this package, run in a machine of their own on the class path. */
final class ForkedBackend {
    static final String ADD_MODULE = "--add-modules=jdk.incubator.vector";

    private ForkedBackend() {}

    /** Java with everything on the class path, its flags and the main class still to be said. */
    static JdkTool java() {
        return JdkTool.named(
                "java",
                "--class-path",
                JdkTool.classPathOf(ForkedBackend.class, HadamardRotation.class, DoubleLinearMap.class, Backend.class));
    }
}
