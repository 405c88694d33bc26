package dev.lanewise.structured.layers;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Learns a dictionary from data: vectors {@code Y}, as columns, as combinations of few atoms each,
 *
 * <pre>    Y ~ D X,    min ||Y - D X||_F,    columns of X with k entries that are not zero, columns of D of norm 1.</pre>
 *
 * <p><b>Dense</b> ({@link #learn}): K-SVD. {@link DoubleOrthogonalMatchingPursuit} gives {@code X}; then each atom and its coefficients are
 * replaced by a step of power iteration towards the best of rank one, {@code d = E x / ||E x||}, {@code x = E^T d}, where {@code E} is the residual without the
 * atom on the vectors that use it (M. Aharon, M. Elad and A. Bruckstein, K-SVD, IEEE Trans. Signal Process. 54(11), 2006, pp. 4311-4322; the
 * one step: R. Rubinstein, M. Zibulevsky and M. Elad, Technion CS-2008-08, 2008, section 4). Atom updates never
 * add to the error, the pursuit may. An atom that nobody uses becomes the vector that is worst represented.
 *
 * <p><b>In layers</b> ({@link #layered}): sparse factors are peeled off a dictionary as by {@link DoubleHierarchicalFactorization}, but all factors
 * are then fitted to the data, with the coefficients as a last factor that stays; and then a pursuit with the new dictionary gives new
 * coefficients (L. Le Magoarou and R. Gribonval, IEEE J. Sel. Topics Signal Process. 10(4), 2016, section VI). With {@code X^T = Q R} the error is
 *
 * <pre>    ||Y - D X||^2 = ||Y Q - D R^T||^2 + what does not depend on D,</pre>
 *
 * <p>so that a sweep costs the same for any number of vectors.
 *
 * <p>All is deterministic, and the same bits for the same data.
 */
public final class DoubleDictionaryLearning {
    private final int rows;
    private final int atoms;
    private final int most;
    private final SweepOptions options;

    private DoubleDictionaryLearning(int rows, int atoms, int most, SweepOptions options) {
        this.rows = rows;
        this.atoms = atoms;
        this.most = most;
        this.options = Objects.requireNonNull(options, "options");
        if (rows < 1 || atoms < 1) {
            throw new IllegalArgumentException(
                    "dictionary: got " + rows + " x " + atoms + ", wanted 1 or more of each");
        }
        if (most < 1 || most > Math.min(rows, atoms)) {
            throw new IllegalArgumentException("most: got " + most + ", wanted 1 to " + Math.min(rows, atoms)
                    + " for a dictionary of " + rows + " x " + atoms);
        }
    }

    /**
     * The method.
     *
     * @param rows the length of vectors, at least 1
     * @param atoms how many columns the dictionary has, at least 1
     * @param most how many coefficients of a vector differ from zero at most, 1 to the smaller of the two
     * @param options when sweeps stop: of {@link #learn}, a pursuit and an update of all atoms; of {@link #layered}, those over the factors; of {@link #improve}, those of a round
     * @return the method
     * @throws IllegalArgumentException if a number is out of range
     */
    public static DoubleDictionaryLearning of(int rows, int atoms, int most, SweepOptions options) {
        return new DoubleDictionaryLearning(rows, atoms, most, options);
    }

    /**
     * Learns a dense dictionary.
     *
     * @param data the vectors, one after the other, finite, not all zero
     * @param start the dictionary to begin with, row after row, finite, without columns of zeros
     * @return the dictionary
     * @throws IllegalArgumentException if the data are not whole vectors, or {@code start} has not as many entries as it wants; if
     *     a number is not finite, or all data, or a column, are zero
     */
    public DoubleDictionary learn(double[] data, double[] start) {
        DoubleTable vectors = vectors(data);
        DoubleTable.check("start", start, rows, atoms);
        DoubleTable columns = new DoubleTable(atoms, rows);
        for (int j = 0; j < atoms; j++) {
            double[] atom = new double[rows];
            for (int i = 0; i < rows; i++) {
                atom[i] = start[i * atoms + j];
            }
            if (DoubleTable.largest(atom) == 0) {
                throw new IllegalArgumentException("start, column " + j + ": got zeros, wanted an atom");
            }
            place(atom, columns, j);
        }
        int exponent = vectors.normalize();
        DoubleAtoms learner = new DoubleAtoms(vectors, columns);
        Sweeps sweeps = new Sweeps("dictionary", 0, options, Math.ulp((double) 1));
        DoubleLinearMap map;
        do {
            map = map(columns);
            learner.update(coefficients(map, vectors));
            map = map(columns);
        } while (!sweeps.ends(learner.error()));
        double[] coefficients = learner.coefficients();
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = Math.scalb(coefficients[i], exponent);
        }
        return new DoubleDictionary(map, null, coefficients, learner.error(), List.of(sweeps.report()));
    }

    /** Puts an atom in its place, with norm 1. */
    static void place(double[] atom, DoubleTable columns, int j) {
        DoubleTable one = new DoubleTable(1, atom.length, atom);
        one.normalize();
        one.divide(one.norm());
        System.arraycopy(one.entries, 0, columns.entries, j * columns.cols, columns.cols);
    }

    /**
     * Learns a dictionary in layers, from one that is known.
     *
     * @param data the vectors, one after the other, finite, not all zero, as many as atoms at least
     * @param dictionary what is factored, with the coefficients of the same data
     * @param plan how, for a matrix of {@code rows x atoms}
     * @return the dictionary, with its layers; if the listener ends the search, with those that there are
     * @throws IllegalArgumentException if the data are not whole vectors, not finite, zero, or too few; if shapes do not fit, or the dictionary has
     *     coefficients of other data
     */
    public DoubleDictionary layered(double[] data, DoubleDictionary dictionary, LayerPlan plan) {
        DoubleTable vectors = vectors(data);
        Objects.requireNonNull(dictionary, "dictionary");
        Objects.requireNonNull(plan, "plan");
        checkEnough(vectors);
        checkShape("dictionary", dictionary.map().rows(), dictionary.map().cols());
        checkShape("plan", plan.rows(), plan.cols());
        if (dictionary.ownCoefficients().length != vectors.rows * atoms) {
            throw new IllegalArgumentException("dictionary: got coefficients of "
                    + dictionary.ownCoefficients().length / atoms + " vectors, wanted those of the " + vectors.rows
                    + " data");
        }
        List<SweepReport> reports = new ArrayList<>();
        ToData fit = new ToData(vectors, dictionary.ownCoefficients(), plan, reports);
        DoubleTable columns = DoubleOrthogonalMatchingPursuit.columns(dictionary.map(), new Workspace());
        DoubleTable matrix = new DoubleTable(rows, atoms);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < atoms; j++) {
                matrix.entries[i * atoms + j] = columns.entries[j * rows + i];
            }
        }
        DoubleLayers layers = DoubleHierarchicalFactorization.of(plan, options).run(matrix, fit, reports);
        return new DoubleDictionary(
                layers.map(), layers, fit.coefficients, residual(layers.map(), vectors, fit.coefficients), reports);
    }

    /**
     * Goes on with a dictionary in layers: in each round a pursuit gives the coefficients, and sweeps fit the factors to the data with them.
     *
     * @param data the vectors, one after the other, finite, not all zero, as many as atoms at least
     * @param layers the dictionary to begin with; its factors are projected first
     * @param sparsities of the factors, of their shapes
     * @param rounds how many rounds at most, at least 1
     * @return the dictionary of the round with the smallest error, or the one to begin with if there is none better; the listener ends the search
     *     with the round that it is in
     * @throws IllegalArgumentException if the data are not whole vectors, not finite, zero, or too few; if shapes do not fit, or the number is out of range
     */
    public DoubleDictionary improve(double[] data, DoubleLayers layers, List<Sparsity> sparsities, int rounds) {
        DoubleTable vectors = vectors(data);
        checkEnough(vectors);
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(sparsities, "sparsities");
        checkShape("layers", layers.map().rows(), layers.map().cols());
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds: got " + rounds + ", wanted 1 or more");
        }
        DoubleTable[] factors = DoubleProximalFactorization.projected(layers, sparsities);
        Sweeps progress = new Sweeps("rounds", 0, options.rounds(rounds), Math.ulp((double) 1));
        DoubleDictionary best = null;
        DoubleLayers now = new DoubleLayers(layers.scale(), 0, factors, List.of());
        int round = 0;
        boolean goesOn = true;
        while (true) {
            double[] coefficients = coefficients(now.map(), vectors);
            double error = residual(now.map(), vectors.copy(), coefficients);
            if (best == null || error < best.error()) {
                best = new DoubleDictionary(now.map(), now, coefficients, error, List.of());
            }
            goesOn &= round == 0 || !progress.ends(error);
            if (!goesOn) {
                return best.with(progress.report());
            }
            DoubleSweeper sweeper = sweeper(vectors, coefficients, sparsities, factors, options.fromLeft());
            Sweeps sweeps = new Sweeps("round " + round, round++, options, Math.ulp((double) 1));
            SweepReport report = sweeper.run(sweeps);
            now = new DoubleLayers(sweeper.scale(), sweeper.error(), factors, List.of(report));
            goesOn = !sweeps.isCancelled();
        }
    }

    private void checkEnough(DoubleTable vectors) {
        if (vectors.rows < atoms) {
            throw new IllegalArgumentException("data: got " + vectors.rows + " vectors, wanted " + atoms + " or more");
        }
    }

    private void checkShape(String name, int gotRows, int gotCols) {
        if (gotRows != rows || gotCols != atoms) {
            throw new IllegalArgumentException(
                    name + ": got " + gotRows + " x " + gotCols + ", wanted " + rows + " x " + atoms);
        }
    }

    /** The fit of all factors to the data, and the pursuit with them. */
    private final class ToData extends DoubleHierarchicalFactorization.Fit {
        private final DoubleTable vectors;
        private final LayerPlan plan;
        private double[] coefficients;

        ToData(DoubleTable vectors, double[] coefficients, LayerPlan plan, List<SweepReport> reports) {
            super(options, reports);
            this.vectors = vectors;
            this.coefficients = coefficients;
            this.plan = plan;
        }

        @Override
        DoubleSweeper sweeper(List<Sparsity> sparsities, DoubleTable[] factors) {
            return DoubleDictionaryLearning.this.sweeper(vectors, coefficients, sparsities, factors, !plan.fromLeft());
        }

        @Override
        void fitted(DoubleTable[] factors) {
            coefficients = coefficients(new DoubleLayers(scale(), error(), factors, List.of()).map(), vectors);
        }
    }

    /** What fits factors to data with these coefficients. */
    private DoubleSweeper sweeper(
            DoubleTable vectors,
            double[] coefficients,
            List<Sparsity> sparsities,
            DoubleTable[] factors,
            boolean fromLeft) {
        DoubleQr qr = new DoubleQr(vectors.rows, atoms);
        qr.factorize(coefficients, MatrixLayout.of(vectors.rows, atoms));
        DoubleTable right = new DoubleTable(atoms, atoms), target = new DoubleTable(rows, atoms);
        qr.copyR(right.entries, MatrixLayout.of(atoms, atoms).transposed());
        double[] turned = vectors.entries.clone();
        qr.applyQTransposed(turned, MatrixLayout.of(vectors.rows, rows), new Workspace(), Parallelism.NONE);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < atoms; j++) {
                target.entries[i * atoms + j] = turned[j * rows + i];
            }
        }
        DoubleSweeper sweeper = new DoubleSweeper(target, sparsities, factors, right, 1, fromLeft);
        sweeper.rescale();
        return sweeper;
    }

    private DoubleTable vectors(double[] data) {
        int length = Objects.requireNonNull(data, "data").length;
        if (length == 0 || length % rows != 0) {
            throw new IllegalArgumentException(
                    "data: got " + length + " numbers, wanted vectors of length " + rows + ", one or more");
        }
        DoubleTable.check("data", data, length / rows, rows);
        if (DoubleTable.largest(data) == 0) {
            throw new IllegalArgumentException("data: got zeros, wanted vectors that are not all zero");
        }
        return new DoubleTable(length / rows, rows, data.clone());
    }

    /** The dictionary of atoms that are rows here. */
    private DoubleLinearMap map(DoubleTable columns) {
        double[] entries = new double[rows * atoms];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < atoms; j++) {
                entries[i * atoms + j] = columns.entries[j * rows + i];
            }
        }
        return DoubleDenseMap.of(rows, atoms, entries);
    }

    private double[] coefficients(DoubleLinearMap map, DoubleTable vectors) {
        double[] coefficients = new double[vectors.rows * atoms];
        Layout from = new Layout(0, 1, vectors.rows, rows), to = new Layout(0, 1, vectors.rows, atoms);
        DoubleOrthogonalMatchingPursuit.of(map).code(vectors.entries, from, coefficients, to, most, 0, new Workspace());
        return coefficients;
    }

    private double residual(DoubleLinearMap map, DoubleTable vectors, double[] coefficients) {
        DoubleTable images = new DoubleTable(vectors.rows, rows);
        Layout from = new Layout(0, 1, vectors.rows, atoms), to = new Layout(0, 1, vectors.rows, rows);
        map.apply(coefficients, from, images.entries, to, new Workspace(), Parallelism.NONE);
        for (int i = 0; i < images.entries.length; i++) {
            images.entries[i] -= vectors.entries[i];
        }
        int exponent = vectors.normalize();
        for (int i = 0; i < images.entries.length; i++) {
            images.entries[i] = Math.scalb(images.entries[i], -exponent);
        }
        return images.norm() / vectors.norm();
    }
}
