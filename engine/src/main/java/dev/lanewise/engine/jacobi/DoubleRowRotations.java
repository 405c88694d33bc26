package dev.lanewise.engine.jacobi;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.panel.SquareRoot;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.scalar.DoubleRotationKernel;
import dev.lanewise.engine.scalar.DoubleRowsKernel;

/**
 * Rotations that make rows orthogonal to one another: Jacobi's method from one side. Each is of two rows, makes them orthogonal,
 * and puts the longer one first.
 *
 * <p>Each row gets a small error relative to its own length. Therefore small singular values are as accurate as large ones (J. Demmel
 * and K. Veselic, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal. Appl. 13(4), 1992, pp. 1204-1245, section 4).
 *
 * <p>Rows come in blocks that fit into a small cache, and blocks in groups that fit into a larger one. A sweep takes all pairs of
 * groups in rounds: the pairs of a round are disjoint, so that threads can share them, and none is taken before those that it depends
 * on, so that the result is that of one row of pairs after the other. (The rounds of a tournament, where all meet in each, took half as
 * many sweeps more.) In two blocks that meet, one row of either makes a pair at a time; these pairs are disjoint, and while one is
 * rotated, the product of one of the next is summed.
 */
final class DoubleRowRotations {
    private static final DoubleRotationKernel KERNEL = DoubleScaledRows.KERNEL;

    /** Rows of a block, and blocks of a group. */
    private static final int BLOCK = 8, GROUP = 4;

    /** Sweeps at most: there are rarely more than ten. */
    private static final int MOST_SWEEPS = 60;

    /** The square of a length that has come down to so much of itself is computed anew. */
    private static final double LEAST_LEFT = (double) 1 / 16;

    /**
     * The square of a cosine that is as good as zero: of 8 u. What is less hardly shows among n errors of u, and products of two rows are
     * off by u or so, for which no rotation should be made.
     */
    private static final double LEAST_COSINE = 16 * Math.ulp((double) 1) * Math.ulp((double) 1);

    // Scratch: sums, products of the rows of two blocks, and for each pair of a turn its product and the rotation.
    private static final int TABLE = DoubleRowsKernel.SCRATCH,
            PRODUCT = TABLE + BLOCK * BLOCK,
            ROTATION = PRODUCT + BLOCK,
            SCRATCH = ROTATION + 8 * BLOCK;

    private final DoubleScaledRows rows;
    private final int blocks;
    private final int groups;

    /** In each round, how many pairs of groups meet. */
    private final int[] meetings;

    private volatile boolean rotated;

    /** For some rows, with {@link #room} for whole blocks. */
    DoubleRowRotations(DoubleScaledRows rows) {
        this.rows = rows;
        blocks = room(rows.count) / BLOCK;
        groups = (blocks + GROUP - 1) / GROUP;
        meetings = new int[Math.max(0, 2 * groups - 1)];
        for (int round = 0; round < meetings.length; round++) {
            meetings[round] = round / 2 - firstOf(round) + 1;
        }
    }

    /** As many rows as whole blocks have that hold so many. */
    static int room(int count) {
        return (count + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** The first group of the first pair of a round. */
    private int firstOf(int round) {
        return Math.max(0, round - groups + 1);
    }

    /**
     * Makes the rows orthogonal.
     *
     * @param order of the pairs
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @return how many sweeps it took
     */
    int orthogonalize(JacobiOrder order, Workspace workspace, Parallelism parallelism) {
        Parallelism useful = parallelism.forOperations(6.0 * rows.count * rows.count * rows.length);
        workspace.worker(useful.workers() - 1); // made before the threads start
        rows.measure(workspace);
        for (int sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
            rotated = false;
            if (order.random()) {
                sweepAtRandom(new Philox(order.seed(), sweep), workspace);
            }
            if (useful.workers() == 1) {
                sweepAlone(workspace);
            } else {
                sweepTogether(workspace, useful);
            }
            rows.measure(workspace);
            if (!rotated) {
                return sweep;
            }
        }
        throw new ArithmeticException("after " + MOST_SWEEPS + " sweeps " + rows.count + " rows of " + rows.length
                + " were not orthogonal: please report the matrix");
    }

    /** Without an object for what is done. */
    private void sweepAlone(Workspace workspace) {
        for (int round = 0; round < meetings.length; round++) {
            for (int pair = 0; pair < meetings[round]; pair++) {
                meet(round, pair, workspace);
            }
        }
    }

    private void sweepTogether(Workspace workspace, Parallelism parallelism) {
        parallelism.inPhases(meetings, (round, pair, worker) -> meet(round, pair, workspace.worker(worker)));
    }

    private void sweepAtRandom(Philox numbers, Workspace workspace) {
        double[] scratch = workspace.takeDoubles(SCRATCH);
        try {
            long index = 0;
            for (long pair = (long) rows.count * (rows.count - 1) / 2; pair > 0; pair--) {
                int i = below(rows.count, numbers.intAt(index++)), j = below(rows.count - 1, numbers.intAt(index++));
                rotatePair(Math.min(i, j < i ? j : j + 1), Math.max(i, j < i ? j : j + 1), scratch);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** Of 32 random bits a number below another, to a bias of less than {@code bound / 2^32}. */
    private static int below(int bound, int bits) {
        return (int) ((bits & 0xFFFFFFFFL) * bound >>> 32);
    }

    /** In a round, the groups i and {@code round - i} of blocks meet, and if that is the same, the blocks of one. */
    private void meet(int round, int pair, Workspace workspace) {
        int group = firstOf(round) + pair, other = round - group;
        double[] scratch = workspace.takeDoubles(SCRATCH);
        boolean any = false;
        try {
            for (int i = group * GROUP; i < Math.min(blocks, (group + 1) * GROUP); i++) {
                if (group == other) {
                    any |= rotateWithin(i * BLOCK, scratch);
                }
                for (int j = Math.max(i + 1, other * GROUP); j < Math.min(blocks, (other + 1) * GROUP); j++) {
                    any |= rotateBetween(i * BLOCK, j * BLOCK, scratch);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
        if (any) {
            rotated = true; // seldom, since other threads read what is beside it
        }
    }

    private boolean rotateWithin(int first, double[] scratch) {
        boolean any = false;
        for (int i = first; i < first + BLOCK; i++) {
            for (int j = i + 1; j < first + BLOCK; j++) {
                any |= rotatePair(i, j, scratch);
            }
        }
        return any;
    }

    private boolean rotatePair(int i, int j, double[] scratch) {
        double product = KERNEL.product(rows.values, rows.row(i), rows.row(j), rows.length, scratch);
        if (!isAbove(product, i, j)) {
            return false;
        }
        findRotation(product, i, j, scratch, ROTATION);
        rotate(i, j, scratch, ROTATION);
        finish(j, scratch);
        return true;
    }

    private boolean isAbove(double product, int i, int j) {
        return product * product > LEAST_COSINE * rows.square(i) * rows.square(j);
    }

    private boolean rotateBetween(int first, int second, double[] scratch) {
        DoubleRows.KERNEL.products(
                BLOCK,
                rows.values,
                rows.row(first),
                rows.pitch,
                BLOCK,
                rows.values,
                rows.row(second),
                rows.pitch,
                rows.length,
                scratch,
                TABLE,
                BLOCK,
                scratch);
        boolean any = false;
        for (int i = 0; i < BLOCK; i++) {
            for (int j = 0; j < BLOCK; j++) {
                any |= isAbove(scratch[TABLE + i * BLOCK + j], first + i, second + j);
            }
        }
        if (!any) {
            return false;
        }
        int changed = 0; // a bit for each row of the first block, then of the second
        for (int i = 0; i < BLOCK; i++) {
            scratch[PRODUCT + i] = scratch[TABLE + i * BLOCK + i];
        }
        for (int turn = 0; turn < BLOCK; turn++) {
            int above = 0;
            for (int i = 0; i < BLOCK; i++) {
                int j = i + turn & BLOCK - 1;
                if (isAbove(scratch[PRODUCT + i], first + i, second + j)) {
                    findRotation(scratch[PRODUCT + i], first + i, second + j, scratch, ROTATION + 8 * i);
                    above |= 1 << i;
                    changed |= 1 << i | 1 << BLOCK + j;
                }
            }
            for (int i = 0; i < BLOCK; i++) {
                int j = i + turn & BLOCK - 1, before = i - 1 & BLOCK - 1;
                double product;
                if ((above & 1 << i) != 0) {
                    product = rotate(first + i, second + j, first + before, scratch, ROTATION + 8 * i);
                } else if (i > 0) {
                    product = productOf(before, j, changed, first, second, scratch);
                } else {
                    continue;
                }
                scratch[PRODUCT + before] = product;
            }
            int last = BLOCK - 1;
            scratch[PRODUCT + last] = productOf(last, turn, changed, first, second, scratch);
            for (int i = 0; i < BLOCK; i++) {
                if ((above & 1 << i) != 0) {
                    finish(second + (i + turn & BLOCK - 1), scratch);
                }
            }
        }
        return true;
    }

    private double productOf(int i, int j, int changed, int first, int second, double[] scratch) {
        return (changed & (1 << i | 1 << BLOCK + j)) == 0
                ? scratch[TABLE + i * BLOCK + j]
                : KERNEL.product(rows.values, rows.row(first + i), rows.row(second + j), rows.length, scratch);
    }

    /**
     * From the inner product of two rows x and y, times powers of two of ratio w, the rotation that makes it zero: {@code x + t w y} and
     * {@code y - (t / w) x}, times the cosine, with {@code t / w = 2 (x, y) / (d + sqrt(d^2 + (2 w (x, y))^2)), d = (x, x) - w^2 (y, y)};
     * and what becomes of their lengths.
     */
    private void findRotation(double product, int i, int j, double[] scratch, int to) {
        boolean swapped = rows.isLonger(j, i);
        int longer = swapped ? j : i, shorter = swapped ? i : j;
        int exponent = rows.exponent(shorter) - rows.exponent(longer), greaterExponent = rows.exponent(longer);
        double w = exponent == 0 ? 1 : Math.scalb((double) 1, exponent),
                greater = rows.square(longer),
                lesser = rows.square(shorter);
        double difference = Math.max(0, greater - w * w * lesser), twice = 2 * product, both = w * twice;
        double part = twice / (difference + SquareRoot.of(difference * difference + both * both));
        double tangent = w * part, c = 1 / SquareRoot.of(1 + tangent * tangent), sine = c * part;
        // What is missing of 1 is halved between their squares, so that rows do not grow or shrink over many rotations.
        double missing = Math.fma(-w * sine, w * sine, Math.fma(-c, c, 1)) / 2;
        c = Math.fma(c, missing, c);
        sine = Math.fma(sine, missing, sine);
        put(swapped, c, w * w * sine, -sine, scratch, to);
        put(swapped, c, w * sine, -w * sine, scratch, to + 4);
        double left = lesser - part * product;
        rows.setSquare(i, greater + w * tangent * product);
        rows.setSquare(j, left > LEAST_LEFT * lesser ? left : -1);
        rows.setExponent(j, exponent + greaterExponent);
        rows.setExponent(i, greaterExponent);
    }

    private static void put(boolean swapped, double c, double toLonger, double toShorter, double[] scratch, int to) {
        scratch[to] = swapped ? toLonger : c;
        scratch[to + 1] = swapped ? c : toLonger;
        scratch[to + 2] = swapped ? c : toShorter;
        scratch[to + 3] = swapped ? toShorter : c;
    }

    /** Rotates two rows; gives the product of the second and a third. */
    private double rotate(int i, int j, int third, double[] scratch, int at) {
        rotateCompanions(i, j, scratch, at + 4);
        double p = scratch[at], q = scratch[at + 1], r = scratch[at + 2], s = scratch[at + 3];
        return KERNEL.rotate(p, q, r, s, rows.values, rows.row(i), rows.row(j), rows.row(third), rows.length, scratch);
    }

    private void rotate(int i, int j, double[] scratch, int at) {
        rotateCompanions(i, j, scratch, at + 4);
        double p = scratch[at], q = scratch[at + 1], r = scratch[at + 2], s = scratch[at + 3];
        KERNEL.rotate(p, q, r, s, rows.values, rows.row(i), rows.values, rows.row(j), rows.length);
    }

    private void rotateCompanions(int i, int j, double[] scratch, int at) {
        if (rows.companions != null) {
            double p = scratch[at], q = scratch[at + 1], r = scratch[at + 2], s = scratch[at + 3];
            int x = rows.companion(i), y = rows.companion(j);
            KERNEL.rotate(p, q, r, s, rows.companions, x, rows.companions, y, rows.companionLength);
        }
    }

    /** After a rotation of row j: its length, if what is known of it is of no use. */
    private void finish(int j, double[] scratch) {
        if (rows.square(j) < 0) {
            rows.setSquare(j, KERNEL.product(rows.values, rows.row(j), rows.row(j), rows.length, scratch));
        }
    }
}
