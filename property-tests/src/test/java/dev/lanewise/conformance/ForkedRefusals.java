package dev.lanewise.conformance;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.cholesky.DoubleCholesky;
import dev.lanewise.engine.givens.DoubleGivensRotation;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.qr.DoubleCholeskyQr;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.engine.qr.DoubleTallQr;
import java.util.function.Supplier;

/** Does the first things that a user might do, and prints what each throws: a program that goes on would see the same. */
final class ForkedRefusals {
    private ForkedRefusals() {}

    /**
     * Prints a line for each.
     *
     * @param arguments {@code dense} for products and factorisations alone, otherwise none
     */
    public static void main(String[] arguments) {
        attempt(ForkedRefusals::product);
        attempt(ForkedRefusals::product);
        attempt(() -> new DoubleQr(2, 2));
        attempt(() -> new DoublePivotedQr(2, 2));
        attempt(() -> DoublePivotedQr.sketched(2, 2, 1));
        attempt(() -> new DoubleTallQr(2, 2));
        attempt(() -> new DoubleCholeskyQr(2, 2));
        attempt(() -> new DoubleLu(2, 2));
        attempt(() -> new DoubleCholesky(2));
        attempt(() -> new DoubleSvd(2, 2));
        attempt(() -> new DoubleSymmetricEigen(2));
        if (arguments.length > 0) {
            return;
        }
        attempt(() -> FloatHadamardPlan.of(8));
        attempt(Backend::active);
        attempt(Backend::active);
        attempt(Backend::reason);
        attempt(Backend::vectorBits);
        attempt(Backend::fusesMultiplyAdd);
        attempt(() -> DoubleHadamardPlan.of(8));
        attempt(() -> DoubleHadamardPlan.of(8));
        attempt(ForkedRefusals::rotation);
        attempt(() -> HadamardRotation.of(8, 1).apply(new float[8]));
    }

    private static double product() {
        double[] c = {3};
        try {
            DoubleMatrixProduct.multiply(1, 1, 1, new double[] {2}, new double[] {2}, c);
        } finally {
            if (c[0] != 3 && c[0] != 4) {
                System.out.println("changed: " + c[0]);
            }
        }
        return c[0];
    }

    private static double rotation() {
        double[] pair = {3, 4};
        DoubleGivensRotation.of(3, 4).apply(pair, 0, 1, pair, 1, 1, 1);
        return pair[0];
    }

    private static void attempt(Supplier<?> use) {
        try {
            System.out.println("no exception: " + use.get());
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (LinkageError e) {
            System.out.println("hidden: " + e);
        }
    }
}
