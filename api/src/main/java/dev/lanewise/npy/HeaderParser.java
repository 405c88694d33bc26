package dev.lanewise.npy;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the Python dictionary in the header of a {@code .npy} file: exactly the keys {@code descr},
 * {@code fortran_order} and {@code shape}, in any order, and only the literals that may stand behind them.
 */
final class HeaderParser {
    private static final String WHITE_SPACE = " \t\r\n\f";
    private static final int MAX_QUOTED = 40;

    private final String text;
    private final String source;
    private int at;

    private NpyType type;
    private ByteOrder order;
    private Boolean fortran;
    private int[] shape;

    private HeaderParser(String text, String source) {
        this.text = text;
        this.source = source;
    }

    static NpyHeader parse(String text, String source) throws NpyFormatException {
        return new HeaderParser(text, source).dictionary();
    }

    private NpyHeader dictionary() throws NpyFormatException {
        expect("{", "'{', the start of a dictionary");
        while (!takes("}")) {
            entry();
            if (!takes(",")) {
                expect("}", "',' or '}'");
                break;
            }
        }
        skipWhiteSpace();
        if (at < text.length()) {
            throw unexpected("nothing but white space behind the dictionary");
        }
        requireKey("descr", type);
        requireKey("fortran_order", fortran);
        requireKey("shape", shape);
        return new NpyHeader(type, order, fortran, shape);
    }

    private void entry() throws NpyFormatException {
        String key = string("a key in quotes");
        expect(":", "':'");
        switch (key) {
            case "descr" -> {
                requireFirst(key, type);
                descriptor();
            }
            case "fortran_order" -> {
                requireFirst(key, fortran);
                fortran = bool();
            }
            case "shape" -> {
                requireFirst(key, shape);
                shape = tuple();
            }
            default -> throw problem("key " + quoted(key) + " in the header, wanted descr, fortran_order and shape");
        }
    }

    private void requireFirst(String key, Object value) throws NpyFormatException {
        if (value != null) {
            throw problem("key '" + key + "' came twice in the header, wanted it once");
        }
    }

    private void requireKey(String key, Object value) throws NpyFormatException {
        if (value == null) {
            throw problem("no key '" + key + "' in the header, wanted descr, fortran_order and shape");
        }
    }

    /** A type such as {@code <f8}: a mark for the order of bytes, then the code. */
    private void descriptor() throws NpyFormatException {
        skipWhiteSpace();
        if (current() == '[' || current() == '(') {
            throw problem("a structured type, wanted one of " + NpyType.allCodes());
        }
        String descriptor = string("a type in quotes");
        boolean marked = !descriptor.isEmpty() && "<>|=".indexOf(descriptor.charAt(0)) >= 0;
        String code = marked ? descriptor.substring(1) : descriptor;
        if (code.startsWith("O")) {
            throw problem("type " + quoted(descriptor) + " holds Python objects, which only unpickling could read and"
                    + " which is never done; wanted one of " + NpyType.allCodes());
        }
        type = NpyType.ofCode(code)
                .orElseThrow(() -> problem("type " + quoted(descriptor) + ", wanted one of " + NpyType.allCodes()));
        // One byte has no order, so whatever mark it carries says nothing.
        if (type.bytes() > 1 && !descriptor.startsWith("<") && !descriptor.startsWith(">")) {
            throw problem("type " + quoted(descriptor) + " does not say the order of its bytes, wanted '<" + code
                    + "' or '>" + code + "'");
        }
        order = descriptor.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private boolean bool() throws NpyFormatException {
        boolean value = takes("True");
        if (!value && !takes("False")) {
            throw unexpected("True or False");
        }
        return value;
    }

    private int[] tuple() throws NpyFormatException {
        expect("(", "'(', the start of the shape");
        int[] dimensions = new int[NpyShape.MAX_AXES];
        int count = 0;
        while (!takes(")")) {
            if (count == NpyShape.MAX_AXES) {
                throw problem("a shape of more than " + count + " dimensions, wanted at most " + count);
            }
            dimensions[count++] = dimension();
            if (!takes(",")) {
                expect(")", "',' or ')'");
                requireTuple(count);
                break;
            }
        }
        int[] found = Arrays.copyOf(dimensions, count);
        if (NpyShape.elements(found) == NpyShape.TOO_MANY) {
            throw problem("shape " + NpyShape.text(found) + " has too many elements, wanted at most "
                    + NpyShape.MAX_ELEMENTS);
        }
        return found;
    }

    /** To Python {@code (3)} is a number; a tuple of one dimension is {@code (3,)}. */
    private void requireTuple(int count) throws NpyFormatException {
        if (count == 1) {
            throw problem("a number in brackets for the shape, wanted a tuple, which with one dimension ends in ',)'");
        }
    }

    private int dimension() throws NpyFormatException {
        skipWhiteSpace();
        int start = at;
        while (current() >= '0' && current() <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected("a dimension, an integer that is not negative");
        }
        String digits = text.substring(start, at);
        boolean tooLong =
                digits.length() > String.valueOf(NpyShape.MAX_ELEMENTS).length();
        if (tooLong || Long.parseLong(digits) > NpyShape.MAX_ELEMENTS) {
            throw problem("dimension " + quoted(digits) + ", wanted at most " + NpyShape.MAX_ELEMENTS);
        }
        if (current() == 'L') {
            // NumPy under Python 2 wrote long integers so.
            at++;
        }
        return Integer.parseInt(digits);
    }

    private String string(String wanted) throws NpyFormatException {
        skipWhiteSpace();
        char quote = current();
        if (quote != '\'' && quote != '"') {
            throw unexpected(wanted);
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw problem("string " + quoted(text.substring(at + 1)) + " in the header has no end, wanted a closing "
                    + quote);
        }
        String content = text.substring(at + 1, end);
        at = end + 1;
        return content;
    }

    private void expect(String token, String wanted) throws NpyFormatException {
        if (!takes(token)) {
            throw unexpected(wanted);
        }
    }

    private boolean takes(String token) {
        skipWhiteSpace();
        boolean comes = text.startsWith(token, at);
        at += comes ? token.length() : 0;
        return comes;
    }

    private void skipWhiteSpace() {
        while (WHITE_SPACE.indexOf(current()) >= 0) {
            at++;
        }
    }

    /** The next character; 0 at the end. */
    private char current() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private NpyFormatException unexpected(String wanted) {
        String came = at < text.length() ? "'" + text.charAt(at) + "'" : "its end";
        return problem(came + " came at character " + at + " of the header, wanted " + wanted);
    }

    private NpyFormatException problem(String problem) {
        return new NpyFormatException(source, problem);
    }

    private static String quoted(String text) {
        return "'" + (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text) + "'";
    }
}
