package dev.lanewise.perf.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A page that holds all of its pictures in itself. */
public final class Page {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("fwht", "Walsh-Hadamard transform, from one array to another"),
            Map.entry("fwht-in-place", "Walsh-Hadamard transform in place"),
            Map.entry("fft", "Complex Fourier transform, powers of two"),
            Map.entry("fft-mixed", "Complex Fourier transform, other lengths"),
            Map.entry("fft-batch", "Complex Fourier transform of rows of n, 65,536 numbers in all"),
            Map.entry("fft2", "Complex Fourier transform of n x n numbers"),
            Map.entry("rfft", "Real Fourier transform, powers of two"),
            Map.entry("rfft-mixed", "Real Fourier transform, other lengths"),
            Map.entry("dct2", "Cosine transform of type II, powers of two"),
            Map.entry("dct2-mixed", "Cosine transform of type II, other lengths"),
            Map.entry("dct1", "Cosine transform of type I, powers of two and one"),
            Map.entry("dct1-mixed", "Cosine transform of type I, other lengths"),
            Map.entry("dct3", "Cosine transform of type III, powers of two"),
            Map.entry("dct3-mixed", "Cosine transform of type III, other lengths"),
            Map.entry("dct4", "Cosine transform of type IV, powers of two"),
            Map.entry("dct4-mixed", "Cosine transform of type IV, other lengths"),
            Map.entry("dst2", "Sine transform of type II, powers of two"),
            Map.entry("dst2-mixed", "Sine transform of type II, other lengths"),
            Map.entry("convolve", "Convolution of 65,536 numbers with a kernel of n"),
            Map.entry("rotation", "Rotation of 512 rows of n, beside dense products"),
            Map.entry("gemm", "Products of matrices of n x n numbers"),
            Map.entry("lu", "LU factorisation of n x n numbers"),
            Map.entry("cholesky", "Cholesky factorisation of n x n numbers"),
            Map.entry("pivoted-qr", "QR factorisation with column pivoting of n x n numbers"),
            Map.entry("qr", "QR factorisation of n x n numbers"),
            Map.entry("svd", "Singular values and vectors of n x n numbers"),
            Map.entry("eigen", "Eigenvalues and vectors of symmetric n x n numbers"),
            Map.entry("tall-qr", "QR factorisation of n x 32 numbers"),
            Map.entry("apply-q", "Q^T C by the reflections of a QR factorisation, n x n numbers"));

    private Page() {}

    /**
     * Draws.
     *
     * @param compared what {@code compare} wrote
     * @param limited what {@code limits} wrote
     * @param folder where the page and its pictures go
     * @return the page
     * @throws IOException if files cannot be read or written
     * @throws IllegalArgumentException if what is there is damaged
     */
    public static Path write(Path compared, Path limited, Path folder) throws IOException {
        Comparison comparison = Comparison.read(compared);
        Limits limits = Limits.read(limited);
        Files.createDirectories(folder);
        StringBuilder body = new StringBuilder();
        body.append("<p>Times are medians; how they were taken:</p>\n<table>\n");
        comparison.environment().forEach((name, value) -> body.append("<tr><th>")
                .append(escaped(name))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>\n"));
        body.append("</table>\n");
        for (String benchmark : comparison.lines().stream()
                .map(Comparison.Line::benchmark)
                .distinct()
                .toList()) {
            List<Comparison.Line> all = comparison.lines().stream()
                    .filter(line -> line.benchmark().equals(benchmark))
                    .toList();
            Set<String> contestants = Figures.contestants(all);
            String title = TITLES.getOrDefault(benchmark, benchmark);
            body.append("<h2>").append(escaped(title)).append("</h2>\n");
            for (String type :
                    all.stream().map(Comparison.Line::type).distinct().toList()) {
                List<Comparison.Line> lines = sorted(all, type);
                String caption = title + ", " + type;
                Path picture =
                        Figures.write(Figures.speed(caption, lines, contestants), folder, benchmark + "-" + type);
                body.append(figure(picture, caption)).append(table(lines, contestants));
            }
        }
        body.append(
                "<h2>Roofline</h2>\n<p>What the operations a byte allow on one core, and what is reached. Bytes are those of input"
                        + " and output once; passes in between are the work of the caches.</p>\n");
        for (String type : comparison.lines().stream()
                .map(Comparison.Line::type)
                .distinct()
                .toList()) {
            List<Comparison.Line> lines = comparison.lines().stream()
                    .filter(line -> line.type().equals(type))
                    .toList();
            String caption = "Roofline, " + type;
            Path picture = Figures.write(Figures.roofline(caption, lines, type, limits), folder, "roofline-" + type);
            body.append(figure(picture, caption));
        }
        Path page = folder.resolve("index.html");
        Files.writeString(page, HEAD + body + "</body>\n</html>\n");
        return page;
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Lanewise: measured</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums }
            th, td { border-bottom: 1px solid #ddd; padding: .2rem .8rem; text-align: right }
            th:first-child, td:first-child { text-align: left }
            img { width: 100%; height: auto }
            </style>
            </head>
            <body>
            <h1>Lanewise: measured</h1>
            """;

    private static List<Comparison.Line> sorted(List<Comparison.Line> lines, String type) {
        List<Comparison.Line> sorted = new ArrayList<>(
                lines.stream().filter(line -> line.type().equals(type)).toList());
        sorted.sort((a, b) -> Long.compare(a.n(), b.n()));
        return sorted;
    }

    private static String figure(Path picture, String title) throws IOException {
        String data = Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
        return "<figure><img alt=\"" + escaped(title) + "\" src=\"data:image/png;base64," + data + "\"></figure>\n";
    }

    private static String table(List<Comparison.Line> lines, Set<String> contestants) {
        StringBuilder text = new StringBuilder("<table>\n<tr><th>n</th><th>ours, ns</th>");
        contestants.stream()
                .filter(name -> !name.equals("ours"))
                .forEach(name -> text.append("<th>").append(escaped(name)).append("</th>"));
        text.append("</tr>\n");
        for (Comparison.Line line : lines) {
            double ours = line.nanoseconds().get("ours");
            text.append(String.format(Locale.ROOT, "<tr><td>%,d</td><td>%,.1f</td>", line.n(), ours));
            for (String name : contestants) {
                if (!name.equals("ours")) {
                    Double time = line.nanoseconds().get(name);
                    text.append(
                            time == null
                                    ? "<td>cannot</td>"
                                    : String.format(Locale.ROOT, "<td>%.2f times</td>", time / ours));
                }
            }
            text.append("</tr>\n");
        }
        return text.append("</table>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
