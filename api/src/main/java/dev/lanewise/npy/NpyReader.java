package dev.lanewise.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Reads one array from a stream, chunk by chunk. */
final class NpyReader {
    static final long UNKNOWN_LENGTH = -1;

    /** NumPy itself reads at most 10,000 characters; the format would allow 4 GiB. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    /** Small enough for the second-level cache, and a multiple of the size of every type. */
    private static final int CHUNK_BYTES = 1 << 17;

    /** The elements for which room is made on the word of a header alone. */
    private static final int UNPROVEN_ELEMENTS = 1 << 20;

    private final InputStream in;
    private final String source;
    private final long length;
    private final LongConsumer progress;
    private long position;

    /**
     * Reads from a stream of {@code length} bytes, or of {@link #UNKNOWN_LENGTH}; errors call it {@code source}, and
     * {@code progress} is given the bytes of each piece.
     */
    NpyReader(InputStream in, String source, long length, LongConsumer progress) {
        this.progress = progress;
        this.in = in;
        this.source = source;
        this.length = length;
    }

    NpyArray read() throws IOException {
        NpyHeader header = header();
        if (length != UNKNOWN_LENGTH && length - position != header.dataBytes()) {
            throw wrongAmount(length - position, header);
        }
        NpyArray array = header.type().isFloat() ? readFloats(header) : readDoubles(header);
        if (in.read() >= 0) {
            throw problem("more data came, wanted " + header.dataBytes() + " bytes for " + array);
        }
        return array;
    }

    private NpyHeader header() throws IOException {
        byte[] start = take(NpyHeader.MAGIC.length + 2, "the magic bytes and the version");
        byte[] magic = Arrays.copyOf(start, NpyHeader.MAGIC.length);
        if (!Arrays.equals(magic, NpyHeader.MAGIC)) {
            HexFormat hex = HexFormat.ofDelimiter(" ");
            throw problem("not a .npy file: it starts with the bytes " + hex.formatHex(magic) + ", wanted "
                    + hex.formatHex(NpyHeader.MAGIC));
        }
        int major = start[magic.length] & 0xff;
        int minor = start[magic.length + 1] & 0xff;
        if (major < 1 || major > 3 || minor != 0) {
            throw problem("format version " + major + "." + minor + ", wanted 1.0, 2.0 or 3.0");
        }
        byte[] text = take(headerLength(major), "the header");
        Charset charset = major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        try {
            return HeaderParser.parse(
                    charset.newDecoder().decode(ByteBuffer.wrap(text)).toString(), source);
        } catch (CharacterCodingException e) {
            throw problem("a header that is not UTF-8 text, wanted UTF-8 in version 3.0");
        }
    }

    private int headerLength(int major) throws IOException {
        byte[] bytes = take(major == 1 ? Short.BYTES : Integer.BYTES, "the length of the header");
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long headerBytes = major == 1 ? buffer.getShort() & 0xffffL : buffer.getInt() & 0xffffffffL;
        if (headerBytes > MAX_HEADER_BYTES) {
            throw problem("a header of " + headerBytes + " bytes, wanted at most " + MAX_HEADER_BYTES);
        }
        return (int) headerBytes;
    }

    private byte[] take(int count, String what) throws IOException {
        byte[] bytes = in.readNBytes(count);
        position += bytes.length;
        if (position == 0) {
            throw problem("empty, wanted a .npy file");
        }
        if (bytes.length < count) {
            throw problem("ends after " + position + " bytes, wanted " + (count - bytes.length) + " more for " + what);
        }
        return bytes;
    }

    private NpyArray readDoubles(NpyHeader header) throws IOException {
        NpyType type = header.type();
        boolean direct = type == NpyType.F8 || type == NpyType.C16;
        double[] widened = new double[direct ? 0 : CHUNK_BYTES / type.bytes()];
        DoubleSink sink = new DoubleSink(header.size(), room(header), type.isComplex());
        ByteBuffer chunk = chunk(header);
        while (sink.missing() > 0) {
            fill(chunk, sink.missing(), header);
            DoubleBuffer elements = direct ? chunk.asDoubleBuffer() : Widening.widen(type, chunk, widened);
            sink.take(elements);
        }
        return sink.toArray(header);
    }

    private NpyArray readFloats(NpyHeader header) throws IOException {
        FloatSink sink =
                new FloatSink(header.size(), room(header), header.type().isComplex());
        ByteBuffer chunk = chunk(header);
        while (sink.missing() > 0) {
            fill(chunk, sink.missing(), header);
            sink.take(chunk.asFloatBuffer());
        }
        return sink.toArray(header);
    }

    /** The elements to make room for at once: all, if the length of the file has proven them. */
    private int room(NpyHeader header) {
        return length == UNKNOWN_LENGTH ? Math.min(UNPROVEN_ELEMENTS, header.size()) : header.size();
    }

    private static ByteBuffer chunk(NpyHeader header) {
        return ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, header.dataBytes()))
                .order(header.order());
    }

    /** Fills the chunk with whole elements, as many as it holds or as are missing. */
    private void fill(ByteBuffer chunk, int missing, NpyHeader header) throws IOException {
        long missingBytes = (long) missing * header.type().bytes();
        int wanted = (int) Math.min(chunk.capacity(), missingBytes);
        int came = in.readNBytes(chunk.array(), 0, wanted);
        if (came < wanted) {
            throw wrongAmount(header.dataBytes() - missingBytes + came, header);
        }
        chunk.clear().limit(wanted);
        progress.accept(wanted);
    }

    private NpyFormatException wrongAmount(long came, NpyHeader header) {
        return problem(came + " bytes of data came, wanted " + header.dataBytes() + " for "
                + header.type().code() + " " + NpyShape.text(header.shape()));
    }

    private NpyFormatException problem(String problem) {
        return new NpyFormatException(source, problem);
    }
}
