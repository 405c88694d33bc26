package dev.lanewise.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces a file as a whole or not at all. */
final class FileReplacement {
    /** What writes the new content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private FileReplacement() {}

    /**
     * Writes the content to a temporary file beside the target and moves it into place; a device or a pipe is written
     * directly. Every failure of the file system names the target.
     */
    static void write(Path target, Content content) throws IOException {
        requirePlace(target);
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A file moved onto /dev/null would replace it for the whole machine.
                try (OutputStream out = Files.newOutputStream(target)) {
                    content.writeTo(out);
                }
            } else {
                // The file behind a symbolic link is replaced, not the link.
                replace(Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw naming(target, e);
        }
    }

    private static void requirePlace(Path target) throws FileSystemException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a directory, wanted a file");
        }
        if (!Files.isDirectory(target.toAbsolutePath().getParent())) {
            throw new NoSuchFileException(target.toString(), null, "its directory does not exist");
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        // Not Files.createTempFile, which lets nobody but the owner read what it creates.
        Path temporary = target.resolveSibling(".npy-" + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The temporary file means nothing to the caller, and a full disk names no file at all. */
    private static IOException naming(Path target, IOException cause) {
        String reason = cause.getMessage();
        if (cause instanceof AccessDeniedException) {
            reason = "access denied";
        } else if (cause instanceof FileSystemException known && known.getReason() != null) {
            reason = known.getReason();
        }
        FileSystemException named = new FileSystemException(target.toString(), null, reason);
        named.initCause(cause);
        return named;
    }
}
