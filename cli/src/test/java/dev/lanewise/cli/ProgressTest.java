package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    @TempDir
    Path folder;

    private Path terminal;

    @BeforeEach
    void makeTerminal() throws IOException {
        terminal = Files.createFile(folder.resolve("terminal"));
    }

    @Test
    @Timeout(30)
    void showsTheStepsOfAPhaseAndLeavesAnEmptyLine() throws Exception {
        try (Progress progress = new Progress(Optional.of(terminal), Duration.ZERO)) {
            progress.begin("computing", 10);
            progress.step(7);
            await("7/10");
        }
        String shown = Files.readString(terminal);
        assertTrue(shown.contains("\rcomputing"), shown);
        assertTrue(shown.contains("70%"), shown);
        assertTrue(shown.matches("(?s).*\r {60,79}\r"), shown);
    }

    @Test
    @Timeout(30)
    void showsTheSecondsOfAPhaseOfUnknownLength() throws Exception {
        try (Progress progress = new Progress(Optional.of(terminal), Duration.ZERO)) {
            progress.begin("reading");
            await("\rreading ... 0 s");
        }
    }

    @Test
    @Timeout(30)
    void nextPhaseReplacesTheOneBefore() throws Exception {
        try (Progress progress = new Progress(Optional.of(terminal), Duration.ZERO)) {
            progress.begin("reading");
            await("\rreading");
            progress.begin("computing", 2);
            await("\rcomputing");
            progress.end();
            assertTrue(Files.readString(terminal).endsWith(" \r"));
        }
    }

    @Test
    void whatEndsInTimeShowsNothing() throws IOException {
        try (Progress progress = new Progress(Optional.of(terminal), Duration.ofHours(1))) {
            progress.begin("computing", 10);
            progress.step(10);
        }
        assertEquals("", Files.readString(terminal));
    }

    @Test
    @Timeout(30)
    void terminalThatCannotBeOpenedDisturbsNobody() throws InterruptedException {
        List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try (Progress progress = new Progress(Optional.of(folder.resolve("none/tty")), Duration.ZERO)) {
            progress.begin("computing", 10);
            Thread.sleep(50);
            progress.step(10);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
        assertEquals(List.of(), uncaught);
    }

    @Test
    @Timeout(30)
    void showsBytesAsMegabytes() throws Exception {
        try (Progress progress = new Progress(Optional.of(terminal), Duration.ZERO)) {
            progress.beginBytes("reading", 200_000_000);
            progress.step(50_000_000);
            await("50/200 MB");
        }
    }

    @Test
    void withoutATerminalNothingHappens() {
        try (Progress progress = new Progress(Optional.empty(), Duration.ZERO)) {
            progress.begin("computing", 10);
            progress.step(10);
        }
    }

    private void await(String text) throws IOException, InterruptedException {
        while (!Files.readString(terminal).contains(text)) {
            Thread.sleep(5);
        }
    }
}
