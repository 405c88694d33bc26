package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleMonarchMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Maps of dense blocks, of vectors in rows that stay in rows. */
final class DoubleRowsCases {
    private static final int[] COUNTS = {1, 11, 103, 230};

    private DoubleRowsCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        maps().forEach((name, map) -> {
            for (boolean transposed : new boolean[] {false, true}) {
                String how = transposed ? "/apply-transposed" : "/apply";
                int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
                cases.accept(new ConformanceCase("rows/double/" + name + how, (digest, parallelism) -> {
                    Workspace workspace = new Workspace();
                    for (int count : COUNTS) {
                        double[] x = Inputs.doubles(inputs * count, count), y = new double[outputs * count];
                        Layout from = Layout.rows(0, count, inputs), to = Layout.rows(0, count, outputs);
                        DoubleStructuredCases.run(map, transposed, x, from, y, to, workspace, parallelism);
                        digest.add(y);
                    }
                }));
            }
        });
    }

    private static Map<String, DoubleLinearMap> maps() {
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("blocks", DoubleBlockDiagonal.of(blocks(5, 20, 33)));
        maps.put("monarch", DoubleMonarchMap.of(blocks(16, 16, 16), blocks(16, 16, 16)));
        maps.put("oblong-monarch", DoubleMonarchMap.of(blocks(7, 13, 5), blocks(13, 9, 7)));
        return maps;
    }

    private static List<DoubleDenseMap> blocks(int count, int rows, int cols) {
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(DoubleDenseMap.of(rows, cols, Inputs.doubles(rows * cols, i)));
        }
        return blocks;
    }
}
