package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleTriangularSolve;
import java.util.Set;

/** The inverse of a triangular matrix with no zero on its diagonal, which solves. */
final class DoubleTriangularInverse extends DoubleApartMap {
    private final DoubleTriangularMap matrix;

    DoubleTriangularInverse(DoubleTriangularMap matrix) {
        super(matrix.rows(), matrix.rows());
        this.matrix = matrix;
    }

    @Override
    boolean worksInPlace() {
        return true;
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
        DoubleTriangularMap.copyUnlessInPlace(x, xLayout, y, yLayout, rows());
        DoubleTriangularSolve.solve(
                matrix.entries(),
                transposed ? matrix.turned(workspace) : matrix.layout(),
                transposed ? DoubleTriangularMap.other(matrix.triangle()) : matrix.triangle(),
                matrix.diagonal(),
                y,
                columns(workspace, yLayout, 0, rows()),
                workspace,
                parallelism);
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return matrix.transposed().inverse();
    }

    @Override
    protected Set<MapProperty> known() {
        return matrix.properties();
    }

    @Override
    public Determinant determinant() {
        return matrix.determinant().reciprocal();
    }

    @Override
    public long operations() {
        return matrix.operations();
    }

    @Override
    public long parameters() {
        return matrix.parameters();
    }

    @Override
    public String name() {
        return "inverse of " + matrix.name();
    }
}
