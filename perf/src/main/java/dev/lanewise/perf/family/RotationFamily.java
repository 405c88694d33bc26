package dev.lanewise.perf.family;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.peer.DenseProduct;
import dev.lanewise.perf.peer.EjmlProduct;
import dev.lanewise.perf.peer.NetlibProduct;
import dev.lanewise.perf.peer.OjAlgoProduct;
import dev.lanewise.perf.peer.OpenBlasProduct;
import dev.lanewise.structured.FloatLinearMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A rotation of two blocks of float vectors of dimension n, beside its two transforms alone, and beside the same rotation
 * as a dense matrix product, which is what people do without a fast transform.
 */
final class RotationFamily implements Family {
    private static final int ROWS = 512;

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int d : quick ? new int[] {768} : new int[] {64, 128, 384, 768, 1024, 1536, 3072}) {
            FloatLinearMap rotation = HadamardRotation.of(d, 1).asFloatMap();
            // A dense product of d terms is off by d roundings at most, a rotation preserves the length.
            double tolerance = 2 * d * Math.sqrt(d) * 0x1p-24;
            matches.add(new Match(
                    "rotation",
                    "f32",
                    d,
                    (double) ROWS * rotation.operations(),
                    2.0 * ROWS * d * Float.BYTES,
                    tolerance,
                    () -> contestants(d, rotation, threads)));
        }
        return matches;
    }

    private static List<Contestant> contestants(int d, FloatLinearMap rotation, int threads) {
        Random random = new Random(1);
        float[] vectors = new float[ROWS * d];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextGaussian();
        }
        float[] rotated = new float[vectors.length];
        Layout layout = Layout.rows(0, ROWS, d);
        Parallelism parallelism = Parallelism.threads(threads);
        Workspace workspace = new Workspace();
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Timed(
                "ours",
                () -> rotation.apply(vectors, layout, rotated, layout, workspace, parallelism),
                () -> Precision.widened(rotated)));
        contestants.add(transforms(vectors, d));
        DenseProduct product = new DenseProduct(
                ROWS, d, d, true, true, Precision.widened(vectors), Precision.widened(rotation.toDense()));
        contestants.add(EjmlProduct.of(product));
        contestants.add(new OjAlgoProduct(product));
        contestants.add(NetlibProduct.plain(product));
        contestants.add(NetlibProduct.vector(product));
        OpenBlasProduct.of(product, threads).ifPresent(contestants::add);
        return contestants;
    }

    private static Contestant transforms(float[] vectors, int d) {
        FloatHadamardPlan plan = FloatHadamardPlan.of(d).normalized(Normalization.ORTHO);
        float[] out = new float[vectors.length];
        Workspace workspace = new Workspace();
        return new Timed(
                "two transforms",
                () -> {
                    for (int at = 0; at < vectors.length; at += d) {
                        plan.transform(vectors, at, out, at, workspace);
                        plan.transform(out, at, out, at, workspace);
                    }
                },
                () -> null);
    }
}
