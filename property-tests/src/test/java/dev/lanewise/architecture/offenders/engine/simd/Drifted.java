package dev.lanewise.architecture.offenders.engine.simd;

/** A SIMD kernel that offers what its scalar twin does not: the same name with another parameter. */
public class Drifted extends dev.lanewise.architecture.offenders.engine.scalar.Drifted {
    public void common(float[] x) {
        x[0] = 0;
    }
}
