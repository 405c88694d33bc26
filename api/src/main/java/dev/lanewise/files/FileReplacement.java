package dev.lanewise.files;

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
public final class FileReplacement implements AutoCloseable {
    /** What writes the new content. */
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to, without a buffer; not to be closed
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final Path target;
    private final Path place;

    /** Null where the target is written directly. */
    private final Path temporary;

    private final Thread cleaner;
    private final boolean cleans;

    /**
     * Finds out where the content goes; refuses a target that cannot be written, as {@link #requirePlace}.
     *
     * @param target the file to be replaced
     * @throws FileSystemException if it cannot be; names it
     */
    public FileReplacement(Path target) throws FileSystemException {
        requirePlace(target);
        this.target = target;
        place = behindLinks(target);
        // A file moved onto /dev/null would replace it for the whole machine. And not Files.createTempFile, which lets
        // nobody but the owner read what it creates.
        temporary = isSpecial(target) ? null : place.resolveSibling(".lanewise-" + UUID.randomUUID() + ".tmp");
        cleaner = new Thread(this::delete, "lanewise-file-cleaner");
        cleans = temporary != null && atExit(() -> Runtime.getRuntime().addShutdownHook(cleaner));
    }

    /**
     * Writes the content to a temporary file beside the target and moves it into place; a device or a pipe is written
     * directly. Every failure of the file system names the target.
     *
     * @param target the file to be replaced
     * @param content what it is to hold
     * @throws IOException if it cannot be written; names the target
     */
    public static void write(Path target, Content content) throws IOException {
        try (FileReplacement replacement = new FileReplacement(target)) {
            replacement.write(content);
            replacement.moveIntoPlace();
        }
    }

    /**
     * Writes the content beside the target.
     *
     * @param content what the target is to hold
     * @throws IOException if it cannot be written; names the target
     */
    public void write(Content content) throws IOException {
        try {
            if (temporary == null) {
                try (OutputStream out = Files.newOutputStream(target)) {
                    content.writeTo(out);
                }
                return;
            }
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(place));
            }
        } catch (IOException e) {
            throw naming(target, e);
        }
    }

    /**
     * Moves what was written to the target.
     *
     * @throws IOException if it cannot be moved; names the target
     */
    public void moveIntoPlace() throws IOException {
        if (temporary != null) {
            try {
                move(temporary, place);
            } catch (IOException e) {
                throw naming(target, e);
            }
        }
    }

    /** Deletes what was not moved. */
    @Override
    public void close() {
        delete();
        if (cleans) {
            atExit(() -> Runtime.getRuntime().removeShutdownHook(cleaner));
        }
    }

    /**
     * Refuses a target that cannot be written, as far as that can be known before it is tried.
     *
     * @param target the file to be replaced
     * @throws FileSystemException if it cannot be; names it
     */
    public static void requirePlace(Path target) throws FileSystemException {
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

    /** A process that is interrupted leaves nothing behind, either; when it is ending already, nothing can be arranged. */
    private static boolean atExit(Runnable arrangement) {
        try {
            arrangement.run();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void delete() {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
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
