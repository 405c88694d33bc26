package dev.lanewise.perf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void aProcessorIsNamedWithFamilyAndModel() {
        assertEquals(
                "AMD EPYC, family 26 model 2",
                Machine.processor("processor\t: 0\ncpu family\t: 26\nmodel\t\t: 2\nmodel name\t: AMD EPYC\n\n"
                        + "processor\t: 1\ncpu family\t: 99\nmodel name\t: other\n"));
    }

    @Test
    void oneWithoutANameIsNamedByItsPart() {
        String name = Machine.processor("processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n");
        assertEquals(System.getProperty("os.arch") + " 0xd40", name);
    }

    @Test
    void thisOneHasAName() {
        assertFalse(Machine.thisProcessor().isBlank());
    }
}
