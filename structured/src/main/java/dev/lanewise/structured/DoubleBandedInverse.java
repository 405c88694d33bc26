package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.sparse.DoubleBandedLu;
import java.util.Set;

/** The inverse of a banded matrix, by its LU factorisation. */
final class DoubleBandedInverse extends DoubleBlockMap {
    private final DoubleBandedLu lu;

    /** Checks that there is an inverse. */
    DoubleBandedInverse(DoubleBandedLu lu) {
        super(lu.rows(), lu.rows());
        this.lu = lu;
        lu.checkRegular();
    }

    @Override
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        if (transposed) {
            lu.solveTransposed(x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            lu.solve(x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.INVERTIBLE);
    }

    @Override
    public Determinant determinant() {
        return lu.determinant().reciprocal();
    }

    @Override
    public long operations() {
        return lu.operations();
    }

    @Override
    public long parameters() {
        return lu.parameters();
    }

    @Override
    public String name() {
        return "inverse of banded";
    }
}
