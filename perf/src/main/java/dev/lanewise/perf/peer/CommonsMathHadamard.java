package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import java.util.Optional;
import org.apache.commons.math3.transform.FastHadamardTransformer;
import org.apache.commons.math3.transform.TransformType;

/** The Walsh-Hadamard transform by Commons Math, which returns a new array; double precision and powers of two only. */
public final class CommonsMathHadamard implements Contestant {
    private final FastHadamardTransformer transformer = new FastHadamardTransformer();
    private final double[] in;
    private double[] out;

    private CommonsMathHadamard(double[] in) {
        this.in = in;
    }

    /**
     * The transform of a vector.
     *
     * @param input the numbers
     * @param single whether in single precision, which there is none of
     * @return the contestant
     */
    public static Optional<Contestant> of(double[] input, boolean single) {
        return single || Integer.bitCount(input.length) != 1
                ? Optional.empty()
                : Optional.of(new CommonsMathHadamard(input));
    }

    @Override
    public String name() {
        return "Commons Math";
    }

    @Override
    public void run() {
        out = transformer.transform(in, TransformType.FORWARD);
    }

    @Override
    public double[] result() {
        return out;
    }
}
