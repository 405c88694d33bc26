package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A diagonal matrix plus one of low rank, {@code A = D + U V^T}, of order n and rank r. With the capacitance matrix
 * {@code C = I + V^T D^-1 U} of order r,
 *
 * <pre>
 *     A^-1 = D^-1 - (D^-1 U) C^-1 (D^-1 V)^T        (Sherman, Morrison and Woodbury)
 *     det A = det D det C
 * </pre>
 *
 * <p>in {@code O(r^2 (n + r))} operations once and {@code O(r n + r^2)} for each solve. The solve is as accurate as C is well
 * conditioned; where D has entries much smaller than {@code U V^T}, it may not be although A is (E. L. Yip, A note on the stability
 * of solving a rank-p modification of a linear system by the Sherman-Morrison-Woodbury formula, SIAM J. Sci. Stat. Comput. 7(2),
 * 1986, pp. 507-513). A zero in D is refused, by inverse and determinant, although A may have both.
 */
public final class DoubleDiagonalPlusLowRank extends DoubleBlockMap {
    private final DoubleDiagonal diagonal;
    private final DoubleLowRankMap lowRank;
    private final DoubleLinearMap sum;

    private DoubleDiagonalPlusLowRank(DoubleDiagonal diagonal, DoubleLowRankMap lowRank) {
        super(diagonal.rows(), diagonal.cols());
        this.diagonal = diagonal;
        this.lowRank = lowRank;
        this.sum = DoubleSum.of(List.of(lowRank, diagonal));
    }

    /**
     * The sum of a diagonal matrix and one of low rank.
     *
     * @param diagonal the matrix D
     * @param lowRank the matrix {@code U V^T}, of the same order
     * @return the map
     * @throws IllegalArgumentException if the orders differ
     */
    public static DoubleDiagonalPlusLowRank of(DoubleDiagonal diagonal, DoubleLowRankMap lowRank) {
        Objects.requireNonNull(diagonal, "diagonal");
        Objects.requireNonNull(lowRank, "lowRank");
        if (lowRank.rows() != diagonal.rows() || lowRank.cols() != diagonal.cols()) {
            throw new IllegalArgumentException("diagonal plus low rank: got " + diagonal.nameAndShape() + " and "
                    + lowRank.nameAndShape() + ", wanted the same order");
        }
        return new DoubleDiagonalPlusLowRank(diagonal, lowRank);
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
        sum.applyBlock(transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleDiagonalPlusLowRank(diagonal, (DoubleLowRankMap) lowRank.transposed());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        DoubleLinearMap d = diagonal.inverse();
        DoubleDenseMap left = after(d, lowRank.u()), right = after(d, lowRank.v());
        try {
            return d.minus(left.times(capacitance(left).inverse()).times(right.transposed()));
        } catch (SingularMatrixException e) {
            throw e.within("the capacitance matrix of diagonal plus low rank");
        }
    }

    @Override
    public Determinant determinant() {
        return diagonal.determinant()
                .times(capacitance(after(diagonal.inverse(), lowRank.u())).determinant());
    }

    /** {@code D^-1} times a matrix. */
    private static DoubleDenseMap after(DoubleLinearMap d, DoubleDenseMap matrix) {
        int n = matrix.rows(), r = matrix.cols();
        double[] scaled = new double[n * r];
        Layout columns = Layout.columns(0, r, Math.max(1, r));
        if (r > 0) {
            d.apply(matrix.entries(), columns, scaled, columns, new Workspace(), Parallelism.NONE);
        }
        return DoubleDenseMap.owning(n, r, scaled);
    }

    /** {@code I + V^T D^-1 U}. */
    private DoubleDenseMap capacitance(DoubleDenseMap left) {
        int r = lowRank.rank();
        double[] entries = new double[r * r];
        Layout columns = Layout.columns(0, r, Math.max(1, r));
        if (r > 0) {
            lowRank.v().applyTransposed(left.entries(), columns, entries, columns, new Workspace(), Parallelism.NONE);
        }
        for (int i = 0; i < r; i++) {
            entries[i * r + i] += 1;
        }
        return DoubleDenseMap.owning(r, r, entries);
    }

    /** With {@code U = V} and positive D, positive definite. */
    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.noneOf(MapProperty.class);
        if (lowRank.u() == lowRank.v()) {
            known.add(
                    diagonal.is(MapProperty.POSITIVE_DEFINITE) ? MapProperty.POSITIVE_DEFINITE : MapProperty.SYMMETRIC);
        }
        return known;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return sum.operations();
    }

    @Override
    public String name() {
        return "diagonal plus low rank " + lowRank.rank();
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(diagonal, lowRank);
    }
}
