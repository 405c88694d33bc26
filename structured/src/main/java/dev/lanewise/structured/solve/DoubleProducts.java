package dev.lanewise.structured.solve;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import java.util.List;

/** The products that the processes of a call ask for, step by step, each of all vectors that there are as one block. */
final class DoubleProducts {
    private final DoubleProcess[] live;
    private final DoubleProcess[] asking;
    private final DoubleProcess.Store store;
    private final Parallelism parallelism;
    private int count;

    DoubleProducts(List<? extends DoubleProcess> processes, DoubleProcess.Store store, Parallelism parallelism) {
        this.live = processes.toArray(new DoubleProcess[0]);
        this.asking = new DoubleProcess[live.length];
        this.store = store;
        this.parallelism = parallelism;
        this.count = live.length;
    }

    /** One step of a cycle: a map, or its transpose. */
    record Step(DoubleLinearMap map, boolean transposed) {
        /** The step of a map; a product is applied factor by factor, so that its bits do not depend on the number of vectors. */
        static Step of(DoubleLinearMap map, boolean transposed) {
            return new Step(map instanceof DoubleProduct product ? product.asWritten() : map, transposed);
        }

        int inputs() {
            return transposed ? map.rows() : map.cols();
        }

        int outputs() {
            return transposed ? map.cols() : map.rows();
        }
    }

    /** Goes through the cycle until all processes are done. */
    void run(List<Step> cycle) {
        int inputs = 0, outputs = 0;
        for (Step step : cycle) {
            inputs = Math.max(inputs, step.inputs());
            outputs = Math.max(outputs, step.outputs());
        }
        leaveDone();
        double[] in = store.take(count > 1 ? count * inputs : 0), out = store.take(count * outputs);
        while (count > 0) {
            for (int i = 0; i < cycle.size(); i++) {
                step(i, cycle.get(i), in, out);
                leaveDone();
            }
        }
    }

    private void leaveDone() {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (!live[i].isDone()) {
                live[left++] = live[i];
            }
        }
        count = left;
    }

    private void step(int index, Step step, double[] in, double[] out) {
        int inputs = step.inputs(), outputs = step.outputs(), vectors = 0;
        double[] only = null;
        for (int i = 0; i < count; i++) {
            double[] vector = live[i].input(index);
            if (vector != null) {
                asking[vectors++] = live[i];
                only = vector;
            }
        }
        if (vectors == 1) {
            apply(step, only, out, 1);
        } else if (vectors > 1) {
            for (int i = 0; i < vectors; i++) {
                System.arraycopy(asking[i].input(index), 0, in, i * inputs, inputs);
            }
            apply(step, in, out, vectors);
        }
        int next = 0;
        for (int i = 0; i < count; i++) {
            boolean hasAsked = next < vectors && asking[next] == live[i];
            live[i].output(index, hasAsked ? out : null, hasAsked ? next * outputs : 0);
            next += hasAsked ? 1 : 0;
        }
    }

    private void apply(Step step, double[] x, double[] y, int vectors) {
        Workspace workspace = store.workspace();
        var from = workspace.layout(0, 1, vectors, Math.max(1, step.inputs()));
        var to = workspace.layout(0, 1, vectors, Math.max(1, step.outputs()));
        if (step.transposed) {
            step.map.applyTransposed(x, from, y, to, workspace, parallelism);
        } else {
            step.map.apply(x, from, y, to, workspace, parallelism);
        }
    }
}
