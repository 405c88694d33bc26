package dev.lanewise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this release, which the build writes into a resource. */
final class ReleaseVersion implements IVersionProvider {
    private static final String RESOURCE = "lanewise.properties";

    /** The version, as in {@code 1.2.0}. */
    static String text() {
        Properties properties = new Properties();
        try (InputStream in = ReleaseVersion.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"lanewise " + text()};
    }
}
