package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

/**
 * A matrix that becomes its R and, below the diagonal of it, the vectors of the reflections whose product is Q; of every {@link
 * DoubleReflectorPanel#WIDTH} reflections also the triangle T of their product {@code I - V T V^T}.
 *
 * <p>Panels are factorised one after the other; what a panel does to the columns after it is done in strips of them, of which the
 * next panel is the first, so that it can be factorised beside the others.
 */
final class DoubleReflectors {
    private static final int WIDTH = DoubleReflectorPanel.WIDTH;

    /** Vectors whose products with those before them are summed at once. */
    private static final int ROWS = 8;

    final int m;
    final int n;
    final int pitch;
    final double[] factors;
    private final int count;
    private final int panels;
    private final int vectorPitch;
    private final double[] t;

    /** Room for an m x n matrix. */
    DoubleReflectors(int m, int n) {
        this.m = m;
        this.n = n;
        pitch = DoubleRows.pitch(m, n);
        count = Math.min(m, n);
        panels = (count + WIDTH - 1) / WIDTH;
        vectorPitch = DoubleRows.padded(m) + 8;
        if ((long) width(0) * vectorPitch > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("got a matrix of " + m + " x " + n
                    + ", wanted one of which an array can hold " + width(0) + " columns");
        }
        factors = new double[m * pitch];
        t = new double[panels * WIDTH * WIDTH];
    }

    private int width(int panel) {
        return Math.min(WIDTH, count - panel * WIDTH);
    }

    private int corner(int panel) {
        return panel * WIDTH * (pitch + 1);
    }

    /** Makes reflectors of the matrix. */
    void factorize(Workspace workspace, Parallelism parallelism) {
        int size = width(0) * vectorPitch;
        double[] even = workspace.takeDoubles(size), odd = workspace.takeDoubles(panels > 1 ? size : 0);
        try {
            Parallelism useful = parallelism.forOperations(2.0 * m * n * count);
            if (useful.workers() == 1) {
                for (int step = 0; step <= panels; step++) {
                    for (int piece = 0; piece < pieces(step, 1); piece++) {
                        step(step, piece, 1, even, odd, workspace);
                    }
                }
                return;
            }
            int workers = useful.workers();
            workspace.worker(workers - 1); // made before the threads start
            int[] pieces = new int[panels + 1];
            for (int step = 0; step <= panels; step++) {
                pieces[step] = pieces(step, workers);
            }
            useful.inPhases(
                    pieces, (step, piece, worker) -> step(step, piece, workers, even, odd, workspace.worker(worker)));
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** The panel, and strips of what is after it. */
    private int pieces(int step, int workers) {
        return 1 + strips(n - firstAfter(step), workers);
    }

    /** As many for each thread that none waits long for another. */
    private static int strips(int columns, int workers) {
        return workers == 1 ? Math.min(columns, 1) : Math.min(columns, 2 * workers);
    }

    private int firstAfter(int panel) {
        return Math.min(count, (panel + 1) * WIDTH);
    }

    /** Applies the panel before to some columns; the first of them are the next panel, which is factorised. */
    private void step(int step, int piece, int workers, double[] even, double[] odd, Workspace workspace) {
        double[] before = step % 2 == 0 ? odd : even, next = step % 2 == 0 ? even : odd;
        if (piece == 0) {
            if (step > 0 && step < panels) {
                applyPanel(step - 1, before, step * WIDTH, firstAfter(step), workspace);
            }
            if (step < panels) {
                factorizePanel(step, next, workspace);
            }
        } else if (step > 0) {
            int from = firstAfter(step), strips = strips(n - from, workers);
            int first = from + (int) ((long) (n - from) * (piece - 1) / strips);
            applyPanel(step - 1, before, first, from + (int) ((long) (n - from) * piece / strips), workspace);
        }
    }

    private void applyPanel(int panel, double[] vectors, int from, int past, Workspace workspace) {
        int first = panel * WIDTH;
        DoubleBlockReflector.apply(
                true,
                width(panel),
                vectors,
                0,
                vectorPitch,
                t,
                panel * WIDTH * WIDTH,
                m - first,
                m - first,
                past - from,
                factors,
                first * pitch + from,
                pitch,
                1,
                workspace);
    }

    private void factorizePanel(int panel, double[] vectors, Workspace workspace) {
        int first = panel * WIDTH, width = width(panel), length = m - first, padded = DoubleRows.padded(length);
        double[] r = workspace.takeDoubles(WIDTH * WIDTH);
        double[] scratch = workspace.takeDoubles(DoubleReflectorPanel.SCRATCH);
        try {
            DoubleColumns.KERNEL.transpose(factors, corner(panel), pitch, length, width, vectors, 0, vectorPitch);
            for (int j = 0; j < width; j++) {
                Arrays.fill(vectors, j * vectorPitch + length, j * vectorPitch + padded, 0);
            }
            DoubleReflectorPanel.factorize(
                    0, width, padded, vectors, 0, vectorPitch, r, t, panel * WIDTH * WIDTH, scratch, workspace);
            DoubleColumns.KERNEL.transpose(vectors, 0, vectorPitch, width, length, factors, corner(panel), pitch);
            for (int i = 0; i < width; i++) {
                System.arraycopy(r, i * WIDTH + i, factors, corner(panel) + i * (pitch + 1), width - i);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /**
     * The triangles T of all panels, where something else than {@link #factorize} has made the vectors.
     *
     * @param taus the factors of all reflections
     * @param workspace scratch of the calling thread
     */
    void formTriangles(double[] taus, Workspace workspace) {
        double[] vectors = workspace.takeDoubles(width(0) * vectorPitch), gram = workspace.takeDoubles(WIDTH * WIDTH);
        double[] scratch = workspace.takeDoubles(DoubleRowsKernel.SCRATCH);
        try {
            for (int panel = 0; panel < panels; panel++) {
                int width = width(panel), length = m - panel * WIDTH, padded = DoubleRows.padded(length);
                load(panel, vectors);
                for (int j = 0; j < width; j++) {
                    Arrays.fill(vectors, j * vectorPitch + length, j * vectorPitch + padded, 0);
                }
                for (int row = 0; row < width; row += ROWS) {
                    int rows = Math.min(ROWS, width - row), at = row * vectorPitch, to = row * WIDTH;
                    DoubleRows.KERNEL.products(
                            rows,
                            vectors,
                            at,
                            vectorPitch,
                            row + rows,
                            vectors,
                            0,
                            vectorPitch,
                            padded,
                            gram,
                            to,
                            WIDTH,
                            scratch);
                }
                formTriangle(width, gram, taus, panel);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private void formTriangle(int width, double[] gram, double[] taus, int panel) {
        int origin = panel * WIDTH * WIDTH;
        for (int j = 0; j < width; j++) {
            double tau = taus[panel * WIDTH + j];
            for (int i = 0; i < j; i++) {
                double sum = 0;
                for (int l = i; l < j; l++) {
                    sum += t[origin + i * WIDTH + l] * gram[j * WIDTH + l];
                }
                t[origin + i * WIDTH + j] = -tau * sum;
            }
            t[origin + j * WIDTH + j] = tau;
        }
    }

    /**
     * {@code C = Q C} or {@code Q^T C}.
     *
     * @param transposed whether it is {@code Q^T}
     * @param identity whether C is the first columns of the identity, whose zeros stay some where Q is applied
     * @param columns of C
     * @param c holds C
     * @param cOffset its first element
     * @param cRow from one row to the next
     * @param cColumn from one column to the next; this or that from one row to the next is 1
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     */
    void apply(
            boolean transposed,
            boolean identity,
            int columns,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn,
            Workspace workspace,
            Parallelism parallelism) {
        Parallelism useful = parallelism.forOperations(4.0 * m * count * columns);
        int pieces = useful.workers();
        if (pieces == 1) {
            applyToColumns(transposed, identity, 0, columns, c, cOffset, cRow, cColumn, workspace);
            return;
        }
        workspace.worker(pieces - 1); // made before the threads start
        useful.forEach(pieces, (piece, worker) -> {
            int from = (int) ((long) columns * piece / pieces), past = (int) ((long) columns * (piece + 1) / pieces);
            applyToColumns(transposed, identity, from, past, c, cOffset, cRow, cColumn, workspace.worker(worker));
        });
    }

    private void applyToColumns(
            boolean transposed,
            boolean identity,
            int from,
            int past,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn,
            Workspace workspace) {
        double[] vectors = workspace.takeDoubles(width(0) * vectorPitch);
        try {
            for (int i = 0; i < panels; i++) {
                int panel = transposed ? i : panels - 1 - i, first = panel * WIDTH;
                int column = identity ? Math.max(from, first) : from;
                if (column < past) {
                    load(panel, vectors);
                    DoubleBlockReflector.apply(
                            transposed,
                            width(panel),
                            vectors,
                            0,
                            vectorPitch,
                            t,
                            panel * WIDTH * WIDTH,
                            m - first,
                            m - first,
                            past - column,
                            c,
                            cOffset + first * cRow + column * cColumn,
                            cRow,
                            cColumn,
                            workspace);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** The vectors of a panel's reflections, with their zeros and ones. */
    private void load(int panel, double[] vectors) {
        int width = width(panel);
        DoubleColumns.KERNEL.transpose(
                factors, corner(panel), pitch, m - panel * WIDTH, width, vectors, 0, vectorPitch);
        for (int j = 0; j < width; j++) {
            Arrays.fill(vectors, j * vectorPitch, j * vectorPitch + j, 0);
            vectors[j * vectorPitch + j] = 1;
        }
    }
}
