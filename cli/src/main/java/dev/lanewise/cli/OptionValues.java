package dev.lanewise.cli;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.ConvolutionMode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. A wrong one is told with what came and what was wanted. */
final class OptionValues {
    private OptionValues() {}

    /** A number of threads. */
    static final class Threads implements ITypeConverter<Integer> {
        /** Far beyond what helps; a slip of the keyboard should not start a million threads. */
        private static final int MOST = 1024;

        @Override
        public Integer convert(String value) {
            return (int) integer(value, 1, MOST, "1 to " + MOST);
        }
    }

    /** A number of blocks of a rotation. */
    static final class Rounds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) integer(value, 1, 3, "1, 2 or 3");
        }
    }

    /** A seed. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            return integer(value, Long.MIN_VALUE, Long.MAX_VALUE, "an integer from -2^63 to 2^63 - 1");
        }
    }

    /** The number of an axis. */
    static final class Axis implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "integers such as -1 or 0,1");
        }
    }

    /** A length of an axis. */
    static final class Length implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) integer(value, 1, Integer.MAX_VALUE, "an integer of 1 or more");
        }
    }

    /** A normalisation, by NumPy's name. */
    static final class Norm implements ITypeConverter<Normalization> {
        @Override
        public Normalization convert(String value) {
            for (Normalization normalization : Normalization.values()) {
                if (normalization.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return normalization;
                }
            }
            throw unwanted(value, "backward, ortho or forward");
        }
    }

    /** A part of a convolution, by NumPy's name. */
    static final class Mode implements ITypeConverter<ConvolutionMode> {
        @Override
        public ConvolutionMode convert(String value) {
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                if (mode.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return mode;
                }
            }
            throw unwanted(value, "full, same or valid");
        }
    }

    /** A method of least squares. */
    static final class Method implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (value.equals("qr")) {
                return value;
            }
            throw unwanted(value, "qr");
        }
    }

    /** A number of factors; 0 stands for {@code auto}. */
    static final class Levels implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return value.equals("auto")
                    ? 0
                    : (int) integer(value, 1, Integer.MAX_VALUE, "auto or an integer of 1 or more");
        }
    }

    /** A relative error, as text that every precision reads for itself. */
    static final class Tolerance implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            try {
                double tolerance = Double.parseDouble(value);
                if (tolerance >= 0 && tolerance < 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Told below, with the value that came.
            }
            throw unwanted(value, "a number from 0 to less than 1, such as 1e-6");
        }
    }

    private static long integer(String value, long least, long most, String wanted) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the value that came.
        }
        throw unwanted(value, wanted);
    }

    private static TypeConversionException unwanted(String value, String wanted) {
        return new TypeConversionException("got '" + value + "', wanted " + wanted);
    }
}
