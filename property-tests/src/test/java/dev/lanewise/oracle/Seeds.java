package dev.lanewise.oracle;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** Seeds for {@link Inputs}: none is special, and a smaller one is no simpler. */
public interface Seeds {
    /** Any long. */
    @Provide
    default Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases().dontShrink();
    }
}
