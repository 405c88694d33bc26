package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import java.util.Set;

/** The inverse of a matrix that is written out, by its LU factorisation. */
final class DoubleDenseInverse extends DoubleApartMap {
    private final DoubleLu lu;

    /** Checks that there is an inverse. */
    DoubleDenseInverse(DoubleLu lu) {
        super(lu.rows().length, lu.rows().length);
        this.lu = lu;
        if (rows() > 0) {
            double[] any = new double[rows()], solution = new double[rows()];
            lu.solve(any, MatrixLayout.of(rows(), 1), solution, MatrixLayout.of(rows(), 1));
        }
    }

    @Override
    void multiply(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        var from = columns(workspace, xLayout, 0, rows());
        var to = columns(workspace, yLayout, 0, rows());
        if (transposed) {
            lu.solveTransposed(x, from, y, to, workspace, parallelism);
        } else {
            lu.solve(x, from, y, to, workspace, parallelism);
        }
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.INVERTIBLE);
    }

    @Override
    public long operations() {
        return 2L * rows() * rows();
    }

    @Override
    public long parameters() {
        return (long) rows() * rows() + rows();
    }

    @Override
    public String name() {
        return "inverse of dense";
    }
}
