package dev.lanewise.cli;

/**
 * The transforms as sums over a matrix that is written out, by the definitions that SciPy's manual gives ({@code scipy.fft}:
 * fft, dct, dst; Hartley's is the sum with cosine plus sine).
 */
final class DirectTransform {
    private DirectTransform() {}

    /**
     * A complex array.
     *
     * @param re the real parts
     * @param im the imaginary parts
     * @param shape the dimensions
     */
    record Parts(double[] re, double[] im, int... shape) {}

    /** A complex matrix: what element {@code j} gives to coefficient {@code k}. */
    private interface Matrix {
        /** Real part and imaginary part. */
        double[] at(int k, int j);
    }

    /** A transform along one axis; that of {@code rfft} keeps the first half of the coefficients. */
    static Parts along(int axis, String kind, boolean inverse, String norm, Parts x) {
        int n = x.shape[axis];
        Parts y = product(matrix(kind, inverse, norm, n), n, axis, x);
        return kind.equals("rfft") ? cut(y, axis, n / 2 + 1) : y;
    }

    /** {@code rfft --inverse} to a length: the inverse of all coefficients, of which the later half are conjugates. */
    static Parts realInverse(int axis, String norm, int n, Parts half) {
        int[] shape = half.shape.clone();
        shape[axis] = n;
        int after = after(shape, axis);
        int before = half.re.length / after / half.shape[axis];
        Parts all = new Parts(new double[before * n * after], new double[before * n * after], shape);
        for (int b = 0; b < before; b++) {
            for (int k = 0; k < n; k++) {
                int of = Math.min(k, n - k);
                boolean real = k == 0 || 2 * k == n;
                for (int a = 0; a < after; a++) {
                    int to = (b * n + k) * after + a;
                    int from = (b * half.shape[axis] + of) * after + a;
                    all.re[to] = half.re[from];
                    all.im[to] = real ? 0 : of == k ? half.im[from] : -half.im[from];
                }
            }
        }
        return product(matrix("fft", true, norm, n), n, axis, all);
    }

    private static Matrix matrix(String kind, boolean inverse, String norm, int n) {
        if (kind.startsWith("d") && !kind.equals("dht")) {
            return trigonometric(kind, inverse, norm, n);
        }
        double factor =
                switch (norm) {
                    case "ortho" -> 1 / Math.sqrt(n);
                    case "backward" -> inverse ? 1.0 / n : 1;
                    default -> inverse ? 1 : 1.0 / n;
                };
        return (k, j) -> {
            double angle = 2 * Math.PI * ((long) j * k % n) / n;
            double cosine = factor * Math.cos(angle);
            double sine = factor * Math.sin(angle);
            return kind.equals("dht") ? new double[] {cosine + sine, 0} : new double[] {cosine, inverse ? sine : -sine};
        };
    }

    private static Matrix trigonometric(String kind, boolean inverse, String norm, int n) {
        if (inverse && !norm.equals("ortho")) {
            String other = norm.equals("backward") ? "forward" : "backward";
            return trigonometric(inverse(kind), false, other, n);
        }
        int period = kind.equals("dct1") ? 2 * (n - 1) : kind.equals("dst1") ? 2 * (n + 1) : 2 * n;
        double factor =
                switch (norm) {
                    case "ortho" -> 1 / Math.sqrt(period);
                    case "backward" -> 1;
                    default -> 1.0 / period;
                };
        boolean orthogonal = norm.equals("ortho");
        Matrix forward = (k, j) -> new double[] {factor * term(kind, n, k, j, orthogonal), 0};
        return inverse ? (k, j) -> forward.at(j, k) : forward;
    }

    private static String inverse(String kind) {
        return switch (kind) {
            case "dct2" -> "dct3";
            case "dct3" -> "dct2";
            case "dst2" -> "dst3";
            case "dst3" -> "dst2";
            default -> kind;
        };
    }

    private static double term(String kind, int n, int k, int j, boolean orthogonal) {
        double root = orthogonal ? Math.sqrt(2) : 1;
        boolean endOfBoth = j == 0 || j == n - 1;
        return switch (kind) {
            case "dct1" ->
                (endOfBoth ? root : 2) * Math.cos(Math.PI * j * k / (n - 1)) / (k == 0 || k == n - 1 ? root : 1);
            case "dct2" -> 2 * Math.cos(Math.PI * (2 * j + 1) * k / (2 * n)) / (k == 0 ? root : 1);
            case "dct3" -> (j == 0 ? root : 2) * Math.cos(Math.PI * j * (2 * k + 1) / (2 * n));
            case "dct4" -> 2 * Math.cos(Math.PI * (2 * j + 1) * (2 * k + 1) / (4 * n));
            case "dst1" -> 2 * Math.sin(Math.PI * (j + 1) * (k + 1) / (n + 1));
            case "dst2" -> 2 * Math.sin(Math.PI * (2 * j + 1) * (k + 1) / (2 * n)) / (k == n - 1 ? root : 1);
            case "dst3" -> (j == n - 1 ? root : 2) * Math.sin(Math.PI * (j + 1) * (2 * k + 1) / (2 * n));
            case "dst4" -> 2 * Math.sin(Math.PI * (2 * j + 1) * (2 * k + 1) / (4 * n));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static int after(int[] shape, int axis) {
        int after = 1;
        for (int other = axis + 1; other < shape.length; other++) {
            after *= shape[other];
        }
        return after;
    }

    private static Parts product(Matrix matrix, int n, int axis, Parts x) {
        int after = after(x.shape, axis);
        Parts y = new Parts(new double[x.re.length], new double[x.re.length], x.shape);
        for (int at = 0; at < x.re.length; at++) {
            int k = at / after % n;
            for (int j = 0; j < n; j++) {
                double[] element = matrix.at(k, j);
                int from = at + (j - k) * after;
                y.re[at] += element[0] * x.re[from] - element[1] * x.im[from];
                y.im[at] += element[0] * x.im[from] + element[1] * x.re[from];
            }
        }
        return y;
    }

    /** The first elements along an axis, or zeros where there are no more. */
    static Parts cut(Parts x, int axis, int length) {
        int[] shape = x.shape.clone();
        shape[axis] = length;
        int after = after(shape, axis);
        int size = x.re.length / x.shape[axis] * length;
        Parts y = new Parts(new double[size], new double[size], shape);
        for (int at = 0; at < size; at++) {
            int index = at / after % length;
            if (index < x.shape[axis]) {
                int from = (at / (after * length) * x.shape[axis] + index) * after + at % after;
                y.re[at] = x.re[from];
                y.im[at] = x.im[from];
            }
        }
        return y;
    }
}
