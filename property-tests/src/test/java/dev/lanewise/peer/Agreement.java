package dev.lanewise.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** Whether two results are no further apart than either may be from the exact one. */
public final class Agreement {
    private Agreement() {}

    /** Fails unless {@code || ours - theirs || <= allowed}. */
    public static void assertNear(PeerMatrix theirs, PeerMatrix ours, double allowed, String context) {
        assertEquals(theirs.rows(), ours.rows(), context + ": rows");
        assertEquals(theirs.columns(), ours.columns(), context + ": columns");
        double distance = ours.distance(theirs);
        if (!(distance <= allowed)) {
            fail(context + ": apart by " + distance + ", allowed " + allowed + ", of a norm " + theirs.norm());
        }
    }

    /** Fails unless {@code x >= least}: of a choice that only rounding may have made another. */
    public static void assertNoLess(double least, double x, String context) {
        if (!(x >= least)) {
            fail(context + ": " + x + ", wanted " + least + " or more");
        }
    }
}
