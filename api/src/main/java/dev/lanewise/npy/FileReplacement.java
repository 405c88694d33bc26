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

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private FileReplacement() {}

    /**
     * Writes the content to a temporary file beside the target and moves it into place; a device or a pipe is written
     * directly. Every failure of the file system names the target.
     */
    static void write(Path target, Content content) throws IOException {
        requirePlace(target);
        try {
            if (isSpecial(target)) {
                // A file moved onto /dev/null would replace it for the whole machine.
                try (OutputStream out = Files.newOutputStream(target)) {
                    content.writeTo(out);
                }
            } else {
                replace(behindLinks(target), content);
            }
        } catch (IOException e) {
            throw naming(target, e);
        }
    }

    /** Refuses a target that cannot be written, as far as that can be known before it is tried. */
    static void requirePlace(Path target) throws FileSystemException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a directory");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString(), null, "is there and may not be written");
        }
        if (!Files.isDirectory(behindLinks(target).getParent())) {
            throw new NoSuchFileException(target.toString(), null, "its directory does not exist");
        }
    }

    private static boolean isSpecial(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    /** The file behind a symbolic link is replaced, not the link, also if it does not exist yet. */
    private static Path behindLinks(Path target) throws FileSystemException {
        Path path = target.toAbsolutePath();
        try {
            for (int links = 0; Files.isSymbolicLink(path); links++) {
                if (links == MOST_LINKS) {
                    throw new FileSystemException(target.toString(), null, "is a symbolic link that leads nowhere");
                }
                path = path.resolveSibling(Files.readSymbolicLink(path));
            }
            return path;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(target.toString(), null, String.valueOf(e.getMessage()));
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        // Not Files.createTempFile, which lets nobody but the owner read what it creates.
        Path temporary = target.resolveSibling(".npy-" + UUID.randomUUID() + ".tmp");
        Thread cleaner = new Thread(() -> delete(temporary), "lanewise-npy-cleaner");
        boolean cleans = atExit(() -> Runtime.getRuntime().addShutdownHook(cleaner));
        try {
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            move(temporary, target);
        } finally {
            delete(temporary);
            if (cleans) {
                atExit(() -> Runtime.getRuntime().removeShutdownHook(cleaner));
            }
        }
    }

    /** A process that is interrupted leaves nothing behind, either; when it is ending already, nothing can be arranged. */
    private static boolean atExit(Runnable arrangement) {
        try {
            arrangement.run();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // What was to be told, the failure before or the success, is more important.
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
