package dev.lanewise.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Lines in panels below each other, as a PNG file: as much as the examples need. Colours are those of M. Okabe and K. Ito, told
 * apart with any kind of colour vision. On a machine without fonts there are no words in the picture.
 */
final class Plot {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 320;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int MOST_TICKS = 8;

    private static final Color[] COLOURS = {
        new Color(0xE69F00), new Color(0x0072B2), new Color(0x009E73), new Color(0x8C8C8C)
    };

    private record Line(String name, double[] x, double[] y) {}

    /** Axes with their lines. */
    static final class Panel {
        private final String title;
        private final String xTitle;
        private final String yTitle;
        private final List<Line> lines = new ArrayList<>();

        private Panel(String title, String xTitle, String yTitle) {
            this.title = title;
            this.xTitle = xTitle;
            this.yTitle = yTitle;
        }

        /** Adds a line from point to point; later ones lie above. */
        Panel line(String name, double[] x, double[] y) {
            lines.add(new Line(name, x, y));
            return this;
        }
    }

    private final List<Panel> panels = new ArrayList<>();

    /** Adds a panel below the others. */
    Panel panel(String title, String xTitle, String yTitle) {
        Panel panel = new Panel(title, xTitle, yTitle);
        panels.add(panel);
        return panel;
    }

    /** Writes the picture. */
    void write(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT * panels.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Pen pen = new Pen(graphics, hasFonts());
        for (Panel panel : panels) {
            draw(panel, pen);
            graphics.translate(0, HEIGHT);
        }
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static boolean hasFonts() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static void draw(Panel panel, Pen pen) {
        Axis x = Axis.of(panel.lines.stream().map(Line::x).toList(), LEFT, WIDTH - RIGHT, false);
        Axis y = Axis.of(panel.lines.stream().map(Line::y).toList(), HEIGHT - BOTTOM, TOP, true);
        for (int i = x.firstTick(); i <= x.lastTick(); i++) {
            double at = x.place(i * x.step);
            pen.line(at, TOP, at, HEIGHT - BOTTOM);
            pen.text(x.label(i), at, HEIGHT - BOTTOM + 18, 0.5);
        }
        for (int i = y.firstTick(); i <= y.lastTick(); i++) {
            double at = y.place(i * y.step);
            pen.line(LEFT, at, WIDTH - RIGHT, at);
            pen.text(y.label(i), LEFT - 8, at + 5, 1);
        }
        pen.text(panel.xTitle, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - BOTTOM + 38, 0.5);
        pen.upwards(panel.yTitle, 20, (TOP + HEIGHT - BOTTOM) / 2.0);
        pen.text(panel.title, LEFT, TOP - 14, 0);
        double end = WIDTH - RIGHT;
        Shape all = pen.graphics.getClip();
        for (int which = panel.lines.size() - 1; which >= 0; which--) {
            end -= pen.name(panel.lines.get(which).name, COLOURS[which], end, TOP - 14);
        }
        pen.graphics.clip(new Rectangle2D.Double(LEFT, TOP, WIDTH - RIGHT - LEFT, HEIGHT - BOTTOM - TOP));
        for (int which = 0; which < panel.lines.size(); which++) {
            Line line = panel.lines.get(which);
            Path2D path = new Path2D.Double();
            path.moveTo(x.place(line.x[0]), y.place(line.y[0]));
            for (int i = 1; i < line.x.length; i++) {
                path.lineTo(x.place(line.x[i]), y.place(line.y[i]));
            }
            pen.path(path, COLOURS[which]);
        }
        pen.graphics.setClip(all);
    }

    /** Numbers from {@code least} to {@code most} lie between two places; ticks are multiples of a step of 1, 2 or 5 of a decade. */
    private record Axis(double least, double most, double from, double to, double step) {
        static Axis of(List<double[]> numbers, double from, double to, boolean isRoomy) {
            double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
            for (double[] some : numbers) {
                for (double number : some) {
                    least = Math.min(least, number);
                    most = Math.max(most, number);
                }
            }
            double room = isRoomy ? (most - least) / 20 : 0;
            least -= room;
            most += room;
            double atLeast = (most - least) / MOST_TICKS;
            double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(atLeast)));
            double step = 10 * decade;
            for (double factor : new double[] {5, 2, 1}) {
                step = factor * decade >= atLeast ? factor * decade : step;
            }
            return new Axis(least, most, from, to, step);
        }

        int firstTick() {
            return (int) Math.ceil(least / step);
        }

        int lastTick() {
            return (int) Math.floor(most / step);
        }

        double place(double number) {
            return from + (number - least) / (most - least) * (to - from);
        }

        String label(int tick) {
            int decimals = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + 1e-9));
            return String.format(Locale.ROOT, "%." + decimals + "f", tick * step);
        }
    }

    /** Draws, and writes if there are fonts. */
    private record Pen(Graphics2D graphics, boolean writes) {
        void line(double x0, double y0, double x1, double y1) {
            graphics.setColor(new Color(0xDDDDDD));
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new Line2D.Double(x0, y0, x1, y1));
        }

        void path(Path2D path, Color colour) {
            graphics.setColor(colour);
            graphics.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
        }

        /** A text of which the given share lies left of {@code x}; how wide it is. */
        double text(String text, double x, double y, double share) {
            return writes ? write(text, x, y, share, Color.DARK_GRAY) : 0;
        }

        private double write(String text, double x, double y, double share, Color colour) {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            graphics.setColor(colour);
            double width = graphics.getFontMetrics().stringWidth(text);
            graphics.drawString(text, (float) (x - share * width), (float) y);
            return width;
        }

        /** The name of a line in its colour, up to {@code end}; how wide it is with room before it. */
        double name(String name, Color colour, double end, double y) {
            return writes ? write(name, end, y, 1, colour) + 20 : 0;
        }

        void upwards(String text, double x, double y) {
            AffineTransform before = graphics.getTransform();
            graphics.translate(x, y);
            graphics.rotate(-Math.PI / 2);
            text(text, 0, 0, 0.5);
            graphics.setTransform(before);
        }
    }
}
