package dev.lanewise.architecture.offenders.engine.scalar;

/** A scalar kernel whose SIMD twin has one method more. */
public class Drifted {
    public void common(double[] x) {
        x[0] = 0;
    }
}
