package dev.lanewise.engine.grid;

import java.util.List;

/** What a plan over several axes says of itself. */
final class GridDescription {
    private GridDescription() {}

    /** A line for the whole, and one for the plan of each axis as listed. */
    static String of(GridAxes axes, List<String> plans) {
        StringBuilder text = new StringBuilder(axes.toString());
        for (int i = 0; i < axes.count(); i++) {
            text.append(System.lineSeparator())
                    .append("  axis ")
                    .append(axes.axis(i))
                    .append(": ")
                    .append(plans.get(i));
        }
        return text.toString();
    }
}
