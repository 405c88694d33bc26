package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Workspace;
import org.junit.jupiter.api.Test;

final class WorkspaceTest {
    @Test
    void theSameDepthGetsTheSameArrayAgain() {
        Workspace workspace = new Workspace();
        double[] first = workspace.takeDoubles(10);
        double[] second = workspace.takeDoubles(5);
        assertNotSame(first, second);
        workspace.releaseDoubles();
        workspace.releaseDoubles();
        assertSame(first, workspace.takeDoubles(7));
        assertSame(second, workspace.takeDoubles(5));
    }

    @Test
    void arraysGrowWhereTheyAreTooShort() {
        Workspace workspace = new Workspace();
        for (int length : new int[] {0, 3, 100, 2, 1000}) {
            assertTrue(workspace.takeDoubles(length).length >= length);
            assertTrue(workspace.takeFloats(length).length >= length);
            workspace.releaseDoubles();
            workspace.releaseFloats();
        }
    }

    @Test
    void doublesAndFloatsDoNotDisturbEachOther() {
        Workspace workspace = new Workspace();
        double[] doubles = workspace.takeDoubles(4);
        float[] floats = workspace.takeFloats(4);
        workspace.releaseDoubles();
        assertSame(doubles, workspace.takeDoubles(4));
        workspace.releaseFloats();
        assertSame(floats, workspace.takeFloats(4));
    }

    @Test
    void layoutsAreKeptForAWhile() {
        Workspace workspace = new Workspace();
        Layout layout = workspace.layout(1, 2, 3, 4);
        MatrixLayout matrix = workspace.matrix(1, 2, 3, 4, 5);
        assertEquals(new Layout(1, 2, 3, 4), layout);
        assertEquals(new MatrixLayout(1, 2, 3, 4, 5), matrix);
        assertSame(layout, workspace.layout(1, 2, 3, 4));
        assertSame(matrix, workspace.matrix(1, 2, 3, 4, 5));
        for (int i = 0; i < 1000; i++) {
            assertEquals(new Layout(i, 1, i, 1 + i % 7), workspace.layout(i, 1, i, 1 + i % 7));
            assertEquals(new MatrixLayout(i, 2, i, 1, 3), workspace.matrix(i, 2, i, 1, 3));
        }
        assertEquals(layout, workspace.layout(1, 2, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> workspace.layout(0, 0, 1, 1));
    }

    @Test
    void whatWasNotTakenCannotBeReleased() {
        Workspace workspace = new Workspace();
        assertThrows(IllegalStateException.class, workspace::releaseDoubles);
        assertThrows(IllegalStateException.class, workspace::releaseFloats);
        workspace.takeDoubles(1);
        assertThrows(IllegalStateException.class, workspace::releaseFloats);
    }

    @Test
    void workersHaveWorkspacesOfTheirOwnThatAreKept() {
        Workspace workspace = new Workspace();
        assertSame(workspace, workspace.worker(0));
        Workspace third = workspace.worker(3);
        assertNotSame(workspace, third);
        assertNotSame(third, workspace.worker(2));
        assertSame(third, workspace.worker(3));
    }

    @Test
    void negativeLengthsAndWorkersAreRefusedWithNothingTaken() {
        Workspace workspace = new Workspace();
        Refusal.of(() -> workspace.takeDoubles(-1), "length", "-1", "0 or more");
        Refusal.of(() -> workspace.takeFloats(-7), "length", "-7", "0 or more");
        Refusal.of(() -> workspace.worker(-1), "worker", "-1", "0 or more");
        assertThrows(IllegalStateException.class, workspace::releaseDoubles);
        assertThrows(IllegalStateException.class, workspace::releaseFloats);
    }

    /** They are of their own, and after some uses large and the same again. */
    @Test
    void linedArraysBecomeLarge() {
        Workspace workspace = new Workspace(), lined = workspace.lined();
        assertEquals(6, Workspace.lineStart(Double.BYTES));
        assertSame(lined, workspace.lined());
        assertSame(lined, lined.lined());
        double[] other = workspace.takeDoubles(100);
        assertNotSame(other, lined.takeDoubles(100));
        assertNotSame(lined, workspace.worker(1).lined());
        lined.releaseDoubles();
        for (int i = 0; i < 20; i++) {
            lined.takeDoubles(100);
            lined.releaseDoubles();
        }
        double[] large = lined.takeDoubles(100);
        lined.releaseDoubles();
        assertTrue(large.length >= 1 << 18, large.length + " doubles");
        assertSame(large, lined.takeDoubles(200));
        lined.releaseDoubles();
        assertTrue(lined.takeDoubles(1 << 19).length >= 1 << 19);
        assertTrue(lined.takeFloats(100).length >= 1 << 19);
        assertTrue(workspace.takeDoubles(100).length < 1000);
        Refusal.of(() -> lined.takeFloats(-1), "length", "-1");
    }
}
