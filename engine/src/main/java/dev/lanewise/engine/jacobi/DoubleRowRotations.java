package dev.lanewise.engine.jacobi;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.scalar.DoubleJacobiKernel;
import dev.lanewise.engine.scalar.DoubleRotationKernel;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

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
 * many sweeps more.) Where two blocks meet, all pairs of a row of either are rotated, but it is the inner products of the rows that
 * are: the rows themselves become their combinations in the end, all at once, as {@link DoubleJacobiKernel} says.
 */
final class DoubleRowRotations {
    private static final DoubleRotationKernel ROTATION_KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleRotationKernel(), DoubleRotationKernel::new);
    private static final DoubleJacobiKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleJacobiKernel(), DoubleJacobiKernel::new);

    /** Rows of a block, and blocks of a group. */
    private static final int BLOCK = DoubleJacobiKernel.BLOCK, GROUP = 4;

    /** Sweeps at most: there are rarely more than ten. */
    private static final int MOST_SWEEPS = 60;

    /** The square of a length that has come down to so much of what was summed is summed anew. */
    private static final double LEAST_LEFT = (double) 1 / 16;

    // Scratch: sums, then a meeting.
    private static final int MEETING = DoubleRowsKernel.SCRATCH,
            SCRATCH = MEETING + DoubleJacobiKernel.ROOM,
            PITCH = DoubleJacobiKernel.PITCH,
            SECOND = DoubleJacobiKernel.SECOND,
            IMAGES = MEETING + DoubleJacobiKernel.IMAGES,
            FACTORS = MEETING + DoubleJacobiKernel.FACTORS,
            SQUARES = MEETING + DoubleJacobiKernel.SQUARES,
            SUMMED_SQUARES = MEETING + DoubleJacobiKernel.SUMMED_SQUARES,
            EXPONENTS = MEETING + DoubleJacobiKernel.EXPONENTS,
            ROTATIONS = MEETING + DoubleJacobiKernel.ROTATIONS;

    private final DoubleScaledRows rows;
    private final int blocks;
    private final int groups;

    /** In each round, how many pairs of groups meet. */
    private final int[] meetings;

    /** The inner products of the rows of each block, by rows. */
    private final double[] products;

    private volatile boolean rotated;

    /** For some rows, with {@link #room} for whole blocks. */
    DoubleRowRotations(DoubleScaledRows rows) {
        this.rows = rows;
        blocks = room(rows.count) / BLOCK;
        groups = (blocks + GROUP - 1) / GROUP;
        products = new double[blocks * BLOCK * BLOCK];
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
            multiplyBlocks(workspace);
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

    private void multiplyBlocks(Workspace workspace) {
        double[] scratch = workspace.takeDoubles(SCRATCH);
        try {
            for (int block = 0; block < blocks; block++) {
                multiplyBlock(block * BLOCK, scratch);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void multiplyBlock(int first, double[] scratch) {
        multiply(first, first, products, first * BLOCK, BLOCK, scratch);
    }

    /** The inner products of the rows of two blocks. */
    private void multiply(int first, int second, double[] to, int at, int pitch, double[] scratch) {
        int x = rows.row(first), y = rows.row(second), length = rows.length;
        DoubleRows.KERNEL.products(
                BLOCK, rows.values, x, rows.pitch, BLOCK, rows.values, y, rows.pitch, length, to, at, pitch, scratch);
    }

    /** All pairs of rows of a block. */
    private boolean rotateWithin(int first, double[] scratch) {
        boolean any = false;
        for (int i = first; i < first + BLOCK; i++) {
            for (int j = i + 1; j < first + BLOCK; j++) {
                any |= rotatePair(i, j, scratch);
            }
        }
        if (any) {
            multiplyBlock(first, scratch);
        }
        return any;
    }

    private boolean rotatePair(int i, int j, double[] scratch) {
        double product = rows.product(i, j, scratch);
        if (!isAbove(product, i, j)) {
            return false;
        }
        double exponent = rows.exponent(i), otherExponent = rows.exponent(j);
        know(scratch, 0, i);
        know(scratch, SECOND, j);
        scratch[MEETING + DoubleJacobiKernel.PRODUCTS] = product;
        DoubleJacobiKernel.findPair(scratch, MEETING);
        learn(scratch, 0, i);
        learn(scratch, SECOND - 1, j);
        double p = scratch[ROTATIONS],
                q = scratch[ROTATIONS + BLOCK],
                r = scratch[ROTATIONS + 2 * BLOCK],
                s = scratch[ROTATIONS + 3 * BLOCK];
        ROTATION_KERNEL.rotate(p, q, r, s, rows.values, rows.row(i), rows.values, rows.row(j), rows.length);
        if (rows.companions != null) {
            p = scaled(p, rows.exponent(i) - exponent);
            q = scaled(q, rows.exponent(i) - otherExponent);
            r = scaled(r, rows.exponent(j) - exponent);
            s = scaled(s, rows.exponent(j) - otherExponent);
            int x = rows.companion(i), y = rows.companion(j);
            ROTATION_KERNEL.rotate(p, q, r, s, rows.companions, x, rows.companions, y, rows.companionLength);
        }
        finish(j, scratch);
        return true;
    }

    private boolean isAbove(double product, int i, int j) {
        return product * product > DoubleJacobiKernel.LEAST_COSINE * rows.square(i) * rows.square(j);
    }

    private static double scaled(double factor, double exponent) {
        return exponent == 0 ? factor : Math.scalb(factor, (int) exponent);
    }

    /** All pairs of a row of one block and a row of another. */
    private boolean rotateBetween(int first, int second, double[] scratch) {
        multiply(first, second, scratch, IMAGES + SECOND, PITCH, scratch);
        boolean any = false;
        for (int i = 0; i < BLOCK; i++) {
            for (int j = 0; j < BLOCK; j++) {
                any |= isAbove(scratch[IMAGES + i * PITCH + SECOND + j], first + i, second + j);
            }
        }
        if (any) {
            begin(first, second, scratch);
            for (int turn = 0; turn < BLOCK; turn++) {
                KERNEL.turn(scratch, MEETING);
            }
            end(first, second, scratch);
        }
        return any;
    }

    /** All products of the rows of both blocks, of which those between them are there; combinations that are the rows. */
    private void begin(int first, int second, double[] scratch) {
        Arrays.fill(scratch, FACTORS, FACTORS + 2 * BLOCK * PITCH, 0);
        for (int i = 0; i < BLOCK; i++) {
            int image = IMAGES + i * PITCH, other = image + BLOCK * PITCH;
            for (int j = 0; j < BLOCK; j++) {
                scratch[image + j] = products[(first + i) * BLOCK + j];
                scratch[other + SECOND + j] = products[(second + i) * BLOCK + j];
                scratch[other + j] = scratch[IMAGES + j * PITCH + SECOND + i];
            }
            scratch[FACTORS + i * PITCH + i] = 1;
            scratch[FACTORS + (BLOCK + i) * PITCH + SECOND + i] = 1;
            know(scratch, i, first + i);
            know(scratch, SECOND + i, second + i);
        }
    }

    /** What is known of a row. */
    private void know(double[] scratch, int at, int i) {
        scratch[at + SQUARES] = rows.square(i);
        scratch[at + SUMMED_SQUARES] = rows.summedSquare(i);
        scratch[at + EXPONENTS] = rows.exponent(i);
    }

    /** What has become of it. */
    private void learn(double[] scratch, int at, int i) {
        rows.setSquare(i, scratch[at + SQUARES]);
        rows.setSummedSquare(i, scratch[at + SUMMED_SQUARES]);
        rows.setExponent(i, (int) scratch[at + EXPONENTS]);
    }

    /** The rows become their combinations. */
    private void end(int first, int second, double[] scratch) {
        KERNEL.combine(scratch, MEETING, rows.values, rows.row(first), rows.row(second), rows.pitch, rows.length);
        KERNEL.products(scratch, MEETING, 0, products, first * BLOCK);
        KERNEL.products(scratch, MEETING, SECOND, products, second * BLOCK);
        if (rows.companions != null) {
            unscaleFactors(first, second, scratch);
            int x = rows.companion(first), y = rows.companion(second);
            KERNEL.combine(scratch, MEETING, rows.companions, x, y, rows.companionPitch, rows.companionLength);
        }
        boolean some = false, others = false;
        for (int i = 0; i < BLOCK; i++) {
            learn(scratch, i, first + i);
            learn(scratch, SECOND + i, second + i);
            some |= finish(first + i, scratch);
            others |= finish(second + i, scratch);
        }
        if (some) {
            multiplyBlock(first, scratch);
        }
        if (others) {
            multiplyBlock(second, scratch);
        }
    }

    /** Factors of rows with their powers of two. */
    private void unscaleFactors(int first, int second, double[] scratch) {
        for (int k = 0; k < 2 * BLOCK; k++) {
            int column = FACTORS + k * PITCH;
            double exponent = rows.exponent(k < BLOCK ? first + k : second + k - BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                unscale(scratch, column, i, exponent);
                unscale(scratch, column, SECOND + i, exponent);
            }
        }
    }

    private static void unscale(double[] scratch, int column, int i, double exponent) {
        scratch[column + i] = scaled(scratch[column + i], scratch[EXPONENTS + i] - exponent);
    }

    /** After rotations: the length of a row, if little is known of it. */
    private boolean finish(int i, double[] scratch) {
        boolean little = rows.square(i) <= LEAST_LEFT * rows.summedSquare(i) && rows.summedSquare(i) > 0;
        if (little) {
            rows.measure(i, scratch);
        }
        return little;
    }
}
