package dev.lanewise.storage;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A stream that gives a few bytes at a time, as a network does. */
final class InSmallPieces extends FilterInputStream {
    private static final int PIECE = 1001;

    InSmallPieces(byte[] bytes) {
        super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        return super.read(into, from, Math.min(count, PIECE));
    }
}
