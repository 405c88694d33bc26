package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileReplacementTest {
    private static final NpyArray ARRAY = NpyArray.of(new double[] {1, 2, 3}, 3);

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        Path target = folder.resolve("x.npy");
        Npy.write(target, ARRAY);
        assertArrayEquals(HandMadeFile.written(ARRAY), Files.readAllBytes(target));
        Files.write(target, new byte[10_000]);
        Npy.write(target, ARRAY);
        assertArrayEquals(HandMadeFile.written(ARRAY), Files.readAllBytes(target));
        assertEquals(List.of("x.npy"), names());
    }

    @Test
    void givesANewFileTheUsualPermissions() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path usual = Files.write(folder.resolve("usual"), new byte[0]);
        Path target = folder.resolve("x.npy");
        Npy.write(target, ARRAY);
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(target));
    }

    @Test
    void leavesTheOldFileAndNoTemporaryOneAfterAFailure() throws IOException {
        Path target = folder.resolve("x.npy");
        Files.writeString(target, "old");
        IOException fault = new IOException("no space left");
        var error = assertThrows(
                FileSystemException.class,
                () -> FileReplacement.write(target, out -> {
                    out.write(new byte[100_000]);
                    assertEquals(2, names().size());
                    throw fault;
                }));
        assertEquals(target + ": no space left", error.getMessage());
        assertSame(fault, error.getCause());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("x.npy"), names());
    }

    @Test
    void leavesNothingAfterAnErrorOfTheMachine() throws IOException {
        assertThrows(
                OutOfMemoryError.class,
                () -> FileReplacement.write(folder.resolve("x.npy"), out -> {
                    out.write(1);
                    throw new OutOfMemoryError();
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void touchesNothingWhenTheArrayIsRefused() throws IOException {
        Path target = folder.resolve("x.npy");
        NpyArray array = HandMadeFile.read(HandMadeFile.written(NpyArray.of(new int[2], 2)));
        array.doubles()[0] = 0.5;
        assertThrows(IllegalArgumentException.class, () -> Npy.write(target, array));
        assertEquals(List.of(), names());
    }

    @Test
    void refusesADirectoryAsTarget() throws IOException {
        var error = assertThrows(FileSystemException.class, () -> Npy.write(folder, ARRAY));
        assertEquals(folder + ": is a directory, wanted a file", error.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void saysThatTheDirectoryOfTheTargetDoesNotExist() {
        Path target = folder.resolve("nowhere/x.npy");
        var error = assertThrows(NoSuchFileException.class, () -> Npy.write(target, ARRAY));
        assertEquals(target + ": its directory does not exist", error.getMessage());
    }

    @Test
    void namesTheTargetWhenItCannotBeReplaced() throws IOException {
        Path target = folder.resolve("x.npy");
        var error = assertThrows(
                FileSystemException.class,
                () -> FileReplacement.write(target, out -> {
                    // A directory that appears while the content is being written cannot be replaced.
                    Files.createDirectories(target.resolve("inside"));
                }));
        assertTrue(error.getMessage().startsWith(target + ": "), error.getMessage());
        assertInstanceOf(FileSystemException.class, error.getCause());
        assertEquals(List.of("x.npy"), names());
    }

    @Test
    void followsASymbolicLink() throws IOException {
        Path target = Files.createFile(folder.resolve("x.npy"));
        Path link = folder.resolve("link.npy");
        try {
            Files.createSymbolicLink(link, target.getFileName());
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no symbolic links here");
        }
        Npy.write(link, ARRAY);
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(HandMadeFile.written(ARRAY), Files.readAllBytes(target));
        assertEquals(List.of("link.npy", "x.npy"), names());
    }

    @Test
    void writesADeviceDirectlyInsteadOfReplacingIt() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        // First without content to move, lest a fault in this code costs the machine its device.
        FileReplacement.write(device, out -> {
            try (Stream<Path> files = Files.list(device.getParent())) {
                assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".npy-")));
            }
        });
        Npy.write(device, ARRAY);
        assertFalse(Files.isRegularFile(device, LinkOption.NOFOLLOW_LINKS));
    }
}
