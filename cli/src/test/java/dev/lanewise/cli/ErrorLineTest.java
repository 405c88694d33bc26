package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ErrorLine line = new ErrorLine(new PrintStream(err, true, StandardCharsets.UTF_8), false);

    @Test
    void whatTheNumbersDoNotAllowIsStatus4() {
        assertReported(4, "matrix: singular", new SingularMatrix("matrix: singular"));
    }

    /** As the engine's exceptions about numbers are: a class of their own. */
    private static final class SingularMatrix extends ArithmeticException {
        private static final long serialVersionUID = 1;

        SingularMatrix(String message) {
            super(message);
        }
    }

    @Test
    void overflowInOurCodeIsOurFault() {
        assertReported(
                1,
                "a fault of ours: java.lang.ArithmeticException: integer overflow; --debug shows where",
                new ArithmeticException("integer overflow"));
    }

    @Test
    void otherFaultOfAClassIsOurs() {
        Throwable fault = new ExceptionInInitializerError(new NullPointerException());
        assertReported(1, "a fault of ours: java.lang.ExceptionInInitializerError; --debug shows where", fault);
    }

    @Test
    void messageOfSeveralLinesIsOneLine() {
        assertReported(3, "a.npy: x\\u000d\\u000ay\\u2028z", CommandFailure.input("a.npy: x\r\ny\u2028z\n", null));
    }

    private void assertReported(int status, String message, Throwable thrown) {
        assertEquals(status, line.report(thrown));
        assertEquals("lanewise: " + message + System.lineSeparator(), err.toString(StandardCharsets.UTF_8));
    }
}
