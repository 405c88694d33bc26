package dev.lanewise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version of this release, which the build writes into a resource. */
final class ReleaseVersion implements IVersionProvider {
    private static final String RESOURCE = "version.txt";

    /** The version, as in {@code 1.2.0}. */
    static String text() {
        try (InputStream in = ReleaseVersion.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"lanewise " + text()};
    }
}
