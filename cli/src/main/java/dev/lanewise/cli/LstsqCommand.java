package dev.lanewise.cli;

import dev.lanewise.DoubleLeastSquares;
import dev.lanewise.FloatLeastSquares;
import dev.lanewise.RankDeficientException;
import dev.lanewise.npy.NpyArray;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise lstsq}: least squares. */
@Command(
        name = "lstsq",
        description = {
            "Solves least-squares problems: the x with the least || A x - b || for every column b of B.",
            "B is one vector, and X is one, or a matrix with one right side a column, and X has one solution a column."
                    + " If the numerical rank of A is less than its number of columns, there are many solutions, which"
                    + " is exit status 4, unless --min-norm asks for the shortest."
        },
        footer = {
            "",
            "If A and B are both of f4 it is computed in single precision, else in double.",
            "Example:",
            "  lanewise lstsq features.npy targets.npy weights.npy"
        })
final class LstsqCommand implements Runnable {
    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "A", description = "the matrix, a .npy file; - is standard input")
    private String a;

    @Parameters(index = "1", paramLabel = "B", description = "the right sides, a .npy file; - is standard input")
    private String b;

    @Parameters(index = "2", paramLabel = "X", description = "the solutions; - is standard output")
    private String x;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "qr",
            converter = OptionValues.Method.class,
            description = "qr, with column pivoting (default: ${DEFAULT-VALUE})")
    private String method;

    @Option(
            names = "--min-norm",
            description = "take any rank and any shape of A, and give the shortest of all solutions")
    private boolean shortest;

    @Mixin
    private SharedOptions options;

    LstsqCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        new ArrayJob(streams, options)
                .run(
                        List.of(new ArrayJob.Input("A", a), new ArrayJob.Input("B", b)),
                        List.of(new ArrayJob.Output("X", x)),
                        (inputs, means) -> List.of(solution(inputs.get(0), inputs.get(1), means)));
    }

    private NpyArray solution(NpyArray matrix, NpyArray rightSides, ArrayJob.Means means) {
        String name = ArrayFiles.inputName(a);
        LeastSquaresShape shape = LeastSquaresShape.of(name, matrix, ArrayFiles.inputName(b), rightSides);
        means.progress().begin("computing");
        try {
            return matrix.type().isFloat() && rightSides.type().isFloat()
                    ? inFloat(matrix.floats(), rightSides.floats(), shape, means)
                    : inDouble(matrix.doubles(), rightSides.doubles(), shape, means);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.input(name + ": " + e.getMessage(), e);
        } catch (RankDeficientException e) {
            throw CommandFailure.numbers(
                    name + ": got " + e.getMessage() + " for one solution; --min-norm gives the shortest of many", e);
        }
    }

    private NpyArray inDouble(double[] matrix, double[] rightSides, LeastSquaresShape shape, ArrayJob.Means means) {
        double[] solutions = new double[shape.size()];
        if (shortest) {
            DoubleLeastSquares.solveShortest(
                    matrix,
                    shape.a(),
                    rightSides,
                    shape.b(),
                    solutions,
                    shape.x(),
                    means.workspace(),
                    means.parallelism());
        } else {
            DoubleLeastSquares.solve(
                    matrix,
                    shape.a(),
                    rightSides,
                    shape.b(),
                    solutions,
                    shape.x(),
                    means.workspace(),
                    means.parallelism());
        }
        return NpyArray.of(solutions, shape.output());
    }

    private NpyArray inFloat(float[] matrix, float[] rightSides, LeastSquaresShape shape, ArrayJob.Means means) {
        float[] solutions = new float[shape.size()];
        if (shortest) {
            FloatLeastSquares.solveShortest(
                    matrix,
                    shape.a(),
                    rightSides,
                    shape.b(),
                    solutions,
                    shape.x(),
                    means.workspace(),
                    means.parallelism());
        } else {
            FloatLeastSquares.solve(
                    matrix,
                    shape.a(),
                    rightSides,
                    shape.b(),
                    solutions,
                    shape.x(),
                    means.workspace(),
                    means.parallelism());
        }
        return NpyArray.of(solutions, shape.output());
    }
}
