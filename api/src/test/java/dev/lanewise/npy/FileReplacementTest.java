package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.files.FileReplacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        assertEquals(folder + ": is a directory", error.getMessage());
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
    void followsASymbolicLinkToAFileThatIsNotThereYet() throws IOException {
        Path link = folder.resolve("link.npy");
        Path second = folder.resolve("second.npy");
        try {
            Files.createSymbolicLink(link, Path.of("second.npy"));
            Files.createSymbolicLink(second, folder.resolve("x.npy"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no symbolic links here");
        }
        Npy.write(link, ARRAY);
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.isSymbolicLink(second));
        assertArrayEquals(HandMadeFile.written(ARRAY), Files.readAllBytes(folder.resolve("x.npy")));
        Files.delete(second);
        Files.createSymbolicLink(second, Path.of("link.npy"));
        var error = assertThrows(FileSystemException.class, () -> Npy.write(link, ARRAY));
        assertEquals(link + ": is a symbolic link that leads nowhere", error.getMessage());
        assertEquals(List.of("link.npy", "second.npy", "x.npy"), names());
    }

    @Test
    void keepsThePermissionsOfTheOldFile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path target = Files.createFile(folder.resolve("x.npy"));
        for (String permissions : new String[] {"rw-------", "rw-rw-rw-", "rwxr-x---"}) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
            Npy.write(target, ARRAY);
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        }
    }

    @Test
    void refusesAFileThatMayNotBeWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("x.npy"), "old");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(target), "this user may write everything");
        var error = assertThrows(FileSystemException.class, () -> Npy.write(target, ARRAY));
        assertEquals(target + ": is there and may not be written", error.getMessage());
        assertEquals("old", Files.readString(target));
    }

    @Test
    void saysBeforehandWhetherThereIsAPlace() throws IOException {
        Npy.requireWritable(folder.resolve("x.npy"));
        Npy.requireWritable(Files.createFile(folder.resolve("y.npy")));
        assertThrows(FileSystemException.class, () -> Npy.requireWritable(folder));
        assertThrows(NoSuchFileException.class, () -> Npy.requireWritable(folder.resolve("nowhere/x.npy")));
        assertEquals(List.of("y.npy"), names());
    }

    @Test
    void tellsHowReadingAndWritingGoOn() throws IOException {
        Path target = folder.resolve("x.npy");
        NpyArray array = NpyArray.of(new float[100_000], 100_000);
        List<Long> written = new ArrayList<>();
        Npy.write(target, array, written::add);
        List<Long> read = new ArrayList<>();
        Npy.read(target, read::add);
        for (List<Long> pieces : List.of(written, read)) {
            assertTrue(pieces.size() > 2, pieces.toString());
            assertEquals(400_000, pieces.stream().mapToLong(Long::longValue).sum());
        }
    }

    /** A process that ends in the middle of writing, as it does on an interrupt from the keyboard. */
    @Test
    void leavesNoTemporaryFileWhenTheProcessEnds() throws IOException, InterruptedException {
        Path target = Files.writeString(folder.resolve("x.npy"), "old");
        String classes = Stream.of(FileReplacement.class, EndsWhileWriting.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        EndsWhileWriting.class.getName(),
                        target.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(7, process.waitFor(), said);
        assertEquals(List.of("x.npy"), names());
        assertEquals("old", Files.readString(target));
    }

    /** Ends the process from within the content. */
    static final class EndsWhileWriting {
        public static void main(String[] args) throws IOException {
            Path target = Path.of(args[0]);
            FileReplacement.write(target, out -> {
                out.write(new byte[100_000]);
                try (Stream<Path> files = Files.list(target.getParent())) {
                    System.exit(files.count() == 2 ? 7 : 1);
                }
            });
        }
    }

    @Test
    void writesADeviceDirectlyInsteadOfReplacingIt() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        // First without content to move, lest a fault in this code costs the machine its device.
        FileReplacement.write(device, out -> {
            try (Stream<Path> files = Files.list(device.getParent())) {
                assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".lanewise-")));
            }
        });
        Npy.write(device, ARRAY);
        assertFalse(Files.isRegularFile(device, LinkOption.NOFOLLOW_LINKS));
    }
}
