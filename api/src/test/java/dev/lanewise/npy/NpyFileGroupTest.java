package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpyFileGroupTest {
    private static final NpyArray ONE = NpyArray.of(new double[] {1, 2, 3}, 3);
    private static final NpyArray OTHER = NpyArray.of(new float[] {4, 5}, 2, 1);

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesComeIntoPlaceTogether() throws IOException {
        Path one = Files.writeString(folder.resolve("one.npy"), "old"), other = folder.resolve("other.npy");
        List<Long> written = new ArrayList<>();
        try (NpyFileGroup files = new NpyFileGroup()) {
            files.write(one, ONE, written::add);
            files.write(other, OTHER, written::add);
            assertEquals("old", Files.readString(one));
            assertTrue(Files.notExists(other));
            files.moveIntoPlace();
        }
        assertArrayEquals(HandMadeFile.written(ONE), Files.readAllBytes(one));
        assertArrayEquals(HandMadeFile.written(OTHER), Files.readAllBytes(other));
        assertEquals(List.of("one.npy", "other.npy"), names());
        assertEquals(List.of(24L, 8L), written);
    }

    @Test
    void whatIsNotMovedLeavesNoTrace() throws IOException {
        Path one = Files.writeString(folder.resolve("one.npy"), "old");
        try (NpyFileGroup files = new NpyFileGroup()) {
            files.write(one, ONE, bytes -> {});
            Path nowhere = folder.resolve("nowhere/other.npy");
            var error = assertThrows(NoSuchFileException.class, () -> files.write(nowhere, OTHER, bytes -> {}));
            assertEquals(nowhere + ": its directory does not exist", error.getMessage());
        }
        assertEquals("old", Files.readString(one));
        assertEquals(List.of("one.npy"), names());
    }

    @Test
    void anArrayThatIsRefusedLeavesNoTrace() throws IOException {
        NpyArray array = HandMadeFile.read(HandMadeFile.written(NpyArray.of(new int[2], 2)));
        array.doubles()[0] = 0.5;
        try (NpyFileGroup files = new NpyFileGroup()) {
            files.write(folder.resolve("one.npy"), ONE, bytes -> {});
            assertThrows(
                    IllegalArgumentException.class, () -> files.write(folder.resolve("other.npy"), array, bytes -> {}));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatCannotBeMovedIsNamed() throws IOException {
        Path one = folder.resolve("one.npy"), other = folder.resolve("other.npy"), last = folder.resolve("last.npy");
        try (NpyFileGroup files = new NpyFileGroup()) {
            files.write(one, ONE, bytes -> {});
            files.write(other, OTHER, bytes -> {});
            files.write(last, OTHER, bytes -> {});
            Files.createDirectories(other.resolve("inside"));
            var error = assertThrows(FileSystemException.class, files::moveIntoPlace);
            assertEquals(other.toString(), error.getFile());
        }
        assertEquals(List.of("one.npy", "other.npy"), names());
    }

    @Test
    void aDeviceIsWrittenDirectly() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        try (NpyFileGroup files = new NpyFileGroup()) {
            files.write(device, ONE, bytes -> {});
            files.moveIntoPlace();
        }
        assertTrue(Files.exists(device) && !Files.isRegularFile(device));
    }
}
