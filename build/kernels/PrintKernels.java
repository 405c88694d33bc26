import fourier.FourierKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jacobi.JacobiKernels;
import matmul.MatmulKernels;
import source.SourceText;

/**
 * Prints the kernels that are the same few lines many times over: for C2, which makes good code of vectors that are local
 * variables and of indices that are a variable and a constant.
 *
 * <p>{@code java PrintKernels.java TARGET} writes {@code TARGET/dev/lanewise/engine/simd/DoubleX.java} and
 * {@code TARGET/dev/lanewise/engine/scalar/DoubleX.java}; twins for float and for narrower vectors are made of them as of all
 * others. All else in these folders is deleted, so {@code TARGET} must be below one named target.
 */
final class PrintKernels {
    private PrintKernels() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: java PrintKernels.java TARGET");
            System.exit(2);
        }
        Path target = Path.of(args[0]);
        boolean buildFolder = false;
        for (Path part : target) {
            buildFolder |= part.toString().equals("target");
        }
        if (!buildFolder) {
            System.err.println(
                    "TARGET: got " + target + ", wanted a folder below one named target: all else in it is deleted");
            System.exit(2);
        }
        Map<String, SourceText> simd = new TreeMap<>(FourierKernels.simd());
        simd.putAll(JacobiKernels.simd());
        simd.putAll(MatmulKernels.simd());
        write(simd, Files.createDirectories(target.resolve("dev/lanewise/engine/simd")));
        write(FourierKernels.scalar(), Files.createDirectories(target.resolve("dev/lanewise/engine/scalar")));
    }

    private static void write(Map<String, SourceText> kernels, Path folder) throws IOException {
        for (Path file : list(folder)) {
            if (!kernels.containsKey(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, SourceText> kernel : kernels.entrySet()) {
            Path file = folder.resolve(kernel.getKey());
            String text = kernel.getValue().toString();
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
