package dev.lanewise.perf.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The pictures. Colours are those of M. Okabe and K. Ito, told apart with any kind of colour vision; shapes differ as well.
 */
final class Figures {
    private static final Color[] COLOURS = {
        new Color(0x000000),
        new Color(0xE69F00),
        new Color(0x0072B2),
        new Color(0x009E73),
        new Color(0xD55E00),
        new Color(0xCC79A7),
        new Color(0x56B4E9),
        new Color(0x8C8C8C),
    };

    private static final Marker[] SHAPES = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.PLUS,
        SeriesMarkers.SQUARE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.TRAPEZOID,
    };

    private static final int DOTS_PER_INCH = 144;

    private Figures() {}

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(true);
        styler.setYAxisLogarithmic(true);
        styler.setXAxisDecimalPattern("#,##0.###");
        styler.setYAxisDecimalPattern("#,##0.###");
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        return chart;
    }

    private static void style(XYSeries series, int which) {
        series.setLineColor(COLOURS[which % COLOURS.length]);
        series.setMarkerColor(COLOURS[which % COLOURS.length]);
        series.setMarker(SHAPES[which % SHAPES.length]);
        series.setLineStyle(new BasicStroke(which == 0 ? 3f : 1.6f));
    }

    /** Time of an element against size, a line for each contestant; powers of two where there are both. */
    static XYChart speed(String title, List<Comparison.Line> lines, Set<String> contestants) {
        XYChart chart = chart(title, "n", "nanoseconds an element");
        int which = 0;
        for (String contestant : contestants) {
            List<Double> sizes = new ArrayList<>();
            List<Double> times = new ArrayList<>();
            for (Comparison.Line line : lines) {
                Double time = line.nanoseconds().get(contestant);
                if (time != null) {
                    sizes.add((double) line.n());
                    times.add(time / elements(line));
                }
            }
            if (!sizes.isEmpty()) {
                style(chart.addSeries(contestant, sizes, times), which);
            }
            which++;
        }
        wholeDecades(chart);
        return chart;
    }

    /** Lets the time axis begin and end at powers of ten: XChart labels no others. */
    private static void wholeDecades(XYChart chart) {
        double[] times = chart.getSeriesMap().values().stream()
                .flatMapToDouble(series -> Arrays.stream(series.getYData()))
                .toArray();
        Arrays.stream(times).min().ifPresent(least -> chart.getStyler()
                .setYAxisMin(Math.pow(10, Math.floor(Math.log10(least)))));
        Arrays.stream(times).max().ifPresent(most -> chart.getStyler()
                .setYAxisMax(Math.pow(10, Math.ceil(Math.log10(most)))));
    }

    /** Elements that the work reads: half of the bytes, the other half being written. */
    private static double elements(Comparison.Line line) {
        return line.bytes() / 2 / (line.type().equals("f32") ? Float.BYTES : Double.BYTES);
    }

    static Set<String> contestants(List<Comparison.Line> lines) {
        Set<String> contestants = new LinkedHashSet<>();
        lines.forEach(line -> contestants.addAll(line.nanoseconds().keySet()));
        return contestants;
    }

    /**
     * The roofline of S. Williams, A. Waterman and D. Patterson, Roofline: an insightful visual performance model for
     * multicore architectures, CACM 52, 2009: what a kernel reaches against its operations a byte, below what the machine
     * allows.
     */
    static XYChart roofline(String title, List<Comparison.Line> lines, String type, Limits limits) {
        XYChart chart = chart(title, "operations a byte read or written", "GF/s");
        double peak = limits.peak(type);
        double[] x = {1.0 / 4, 32};
        int which = 1;
        for (Map.Entry<String, Double> level : limits.gigabytes().entrySet()) {
            double bandwidth = level.getValue();
            double ridge = peak / bandwidth;
            XYSeries roof = chart.addSeries(
                    level.getKey(), new double[] {x[0], ridge, x[1]}, new double[] {x[0] * bandwidth, peak, peak});
            style(roof, which++);
            roof.setMarker(SeriesMarkers.NONE);
        }
        for (String benchmark :
                lines.stream().map(Comparison.Line::benchmark).distinct().toList()) {
            List<Double> intensities = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            for (Comparison.Line line : lines) {
                if (line.benchmark().equals(benchmark)) {
                    intensities.add(line.flops() / line.bytes());
                    rates.add(line.flops() / line.nanoseconds().get("ours"));
                }
            }
            XYSeries points = chart.addSeries(benchmark, intensities, rates);
            style(points, which++);
            points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            points.setMarker(which % 2 == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
        }
        return chart;
    }

    /** Writes {@code name.png}, fine enough for dense screens; returns the file. */
    static Path write(XYChart chart, Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".png");
        BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
        return file;
    }
}
