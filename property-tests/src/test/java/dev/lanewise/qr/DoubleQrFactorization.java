package dev.lanewise.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.engine.qr.DoubleQrFactors;
import dev.lanewise.engine.qr.DoubleTallQr;

/** What finds {@link DoubleQrFactors}: they are of one kind, and so are the laws for them. */
enum DoubleQrFactorization {
    /** {@link DoubleQr}. */
    OF_ANY_SHAPE {
        @Override
        int rows(int m, int n) {
            return m;
        }

        @Override
        DoubleQrFactors room(int m, int n) {
            return new DoubleQr(m, n);
        }

        @Override
        void factorize(
                DoubleQrFactors qr, double[] a, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
            ((DoubleQr) qr).factorize(a, layout, workspace, parallelism);
        }

        @Override
        void factorize(DoubleQrFactors qr, double[] a, MatrixLayout layout) {
            ((DoubleQr) qr).factorize(a, layout);
        }
    },
    /** {@link DoubleTallQr}. */
    OF_TALL_ONES {
        @Override
        int rows(int m, int n) {
            return Math.max(m, n);
        }

        @Override
        DoubleQrFactors room(int m, int n) {
            return new DoubleTallQr(m, n);
        }

        @Override
        void factorize(
                DoubleQrFactors qr, double[] a, MatrixLayout layout, Workspace workspace, Parallelism parallelism) {
            ((DoubleTallQr) qr).factorize(a, layout, workspace, parallelism);
        }

        @Override
        void factorize(DoubleQrFactors qr, double[] a, MatrixLayout layout) {
            ((DoubleTallQr) qr).factorize(a, layout);
        }
    };

    /** Of a matrix of n columns: m, or more if there must be. */
    abstract int rows(int m, int n);

    abstract DoubleQrFactors room(int m, int n);

    abstract void factorize(
            DoubleQrFactors qr, double[] a, MatrixLayout layout, Workspace workspace, Parallelism parallelism);

    abstract void factorize(DoubleQrFactors qr, double[] a, MatrixLayout layout);

    /** The factors of a row-major matrix. */
    final DoubleQrFactors of(int m, int n, double[] a, Workspace workspace) {
        DoubleQrFactors qr = room(m, n);
        factorize(qr, a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return qr;
    }
}
