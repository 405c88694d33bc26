package dev.lanewise.architecture.offenders.engine.random;

/** No offender: functions that are specified to the last bit. */
public class ExactMath {
    public double exact(double x) {
        return Math.sqrt(Math.abs(Math.fma(x, x, 1))) + StrictMath.sin(x) + Math.floorMod(7, 3);
    }
}
