package dev.lanewise.npy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a {@code .npy} file, put together from the format's definition and not by the code under test. */
final class HandMadeFile {
    private HandMadeFile() {}

    /** A whole file: the header text is padded with spaces so that the data starts at a multiple of 64. */
    static byte[] of(int major, String header, byte[] data) {
        int prefix = major == 1 ? 10 : 12;
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        int unpadded = prefix + header.getBytes(charset).length + 1;
        String padded = header + " ".repeat((64 - unpadded % 64) % 64) + "\n";
        return withoutPadding(major, padded.getBytes(charset), data);
    }

    static byte[] withoutPadding(int major, byte[] header, byte[] data) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
        file.writeBytes(littleEndian(header.length, major == 1 ? 2 : 4));
        file.writeBytes(header);
        file.writeBytes(data);
        return file.toByteArray();
    }

    static String header(String descriptor, boolean fortran, String shape) {
        return "{'descr': '" + descriptor + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }";
    }

    static byte[] littleEndian(long bits, int bytes) {
        byte[] result = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            result[i] = (byte) (bits >>> 8 * i);
        }
        return result;
    }

    static byte[] bigEndian(long bits, int bytes) {
        byte[] result = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            result[bytes - 1 - i] = (byte) (bits >>> 8 * i);
        }
        return result;
    }

    static NpyArray read(byte[] file) throws IOException {
        return Npy.read(new ByteArrayInputStream(file), "hand-made");
    }

    static byte[] written(NpyArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }
}
