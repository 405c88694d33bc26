package dev.lanewise.perf.family;

import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.peer.Factorization;
import dev.lanewise.perf.peer.Spectrum;
import java.util.List;

/** All that can be compared. */
public final class Families {
    private static final List<Family> ALL = List.of(
            new HadamardFamily(),
            new RotationFamily(),
            new FourierFamily(),
            new RealFourierFamily(),
            new TrigonometricFamily(TrigonometricKind.DCT2),
            new TrigonometricFamily(TrigonometricKind.DCT1),
            new TrigonometricFamily(TrigonometricKind.DCT3),
            new TrigonometricFamily(TrigonometricKind.DCT4),
            new TrigonometricFamily(TrigonometricKind.DST2),
            new FourierBatchFamily(),
            new FourierThreadsFamily(),
            new FourierGridFamily(),
            new ConvolutionFamily(),
            new MatrixProductFamily(),
            new QrFamily(),
            new ApplyQFamily(),
            new TallQrFamily(),
            new FactorFamily(Factorization.LU),
            new FactorFamily(Factorization.CHOLESKY),
            new FactorFamily(Factorization.PIVOTED_QR),
            new SpectrumFamily(Spectrum.SVD),
            new SpectrumFamily(Spectrum.EIGEN),
            new StructuredFamily(),
            new ButterflyFamily(),
            new KroneckerFamily(),
            new MapFamily());

    private Families() {}

    /**
     * All families.
     *
     * @return the families, in the order of reports
     */
    public static List<Family> all() {
        return ALL;
    }

    /**
     * One of them.
     *
     * @param name its name
     * @return the family
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Family named(String name) {
        return ALL.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--only: got " + name + ", wanted one of "
                        + ALL.stream().map(Family::name).toList()));
    }
}
