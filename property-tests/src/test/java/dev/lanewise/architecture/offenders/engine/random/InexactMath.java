package dev.lanewise.architecture.offenders.engine.random;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Functions whose last bit is open, called, referred to, and hidden in a stream. */
public class InexactMath {
    public double called(double x) {
        return Math.cos(x);
    }

    public DoubleUnaryOperator referredTo() {
        return Math::log;
    }

    public double inLambda(double x) {
        DoubleUnaryOperator operator = y -> Math.pow(y, 0.3);
        return operator.applyAsDouble(x);
    }

    public double summed(double... x) {
        return DoubleStream.of(x).sum();
    }
}
