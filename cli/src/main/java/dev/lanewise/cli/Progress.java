package dev.lanewise.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/** Shows on a terminal what goes on, once it has taken a second. Without a terminal it does nothing. */
final class Progress implements AutoCloseable {
    /** The steps of a phase of which nobody knows how long it is. */
    static final long UNKNOWN = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int UPDATE_MILLISECONDS = 100;

    /** One less than the usual width, since some terminals wrap a full line. */
    private static final int WIDTH = 79;

    private final Path terminal;
    private final Thread alarm;
    private PrintStream device;
    private ProgressBar bar;
    private String phase;
    private long unit;
    private String unitName;
    private long total;
    private long done;
    private long begun;
    private boolean closed;

    Progress(Optional<Path> terminal) {
        this(terminal, PATIENCE);
    }

    Progress(Optional<Path> terminal, Duration patience) {
        this.terminal = terminal.orElse(null);
        this.alarm = terminal.isEmpty()
                ? null
                : Thread.ofPlatform().name("progress").daemon().start(() -> wake(patience));
    }

    /** Begins a phase of unknown length. */
    void begin(String name) {
        begin(name, UNKNOWN);
    }

    /** Begins a phase of so many steps. */
    void begin(String name, long steps) {
        begin(name, steps, 1, "");
    }

    /** Begins a phase of so many bytes, shown as megabytes. */
    void beginBytes(String name, long bytes) {
        begin(name, bytes, 1_000_000, " MB");
    }

    private synchronized void begin(String name, long steps, long size, String sizeName) {
        hideBar();
        unit = size;
        unitName = sizeName;
        phase = name;
        total = steps;
        done = 0;
        begun = System.nanoTime();
        showBar();
    }

    /** Goes some steps forward. */
    synchronized void step(long steps) {
        done += steps;
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    /** Ends the phase and empties the line of the terminal, so that others may write. */
    synchronized void end() {
        hideBar();
        phase = null;
    }

    /** Ends for good. */
    @Override
    public synchronized void close() {
        closed = true;
        hideBar();
        if (device != null) {
            device.close();
        }
        if (alarm != null) {
            alarm.interrupt();
        }
    }

    private void wake(Duration patience) {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            return;
        }
        open();
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        try {
            device = new PrintStream(
                    Files.newOutputStream(terminal, StandardOpenOption.WRITE), true, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // Nobody can look: no reason to disturb the work.
            return;
        }
        showBar();
    }

    private void showBar() {
        if (device == null || phase == null) {
            return;
        }
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(phase)
                .setInitialMax(total)
                .setUnit(unitName, unit)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
                .continuousUpdate()
                .clearDisplayOnFinish()
                .startsFrom(0, Duration.ofNanos(System.nanoTime() - begun))
                .setConsumer(new DelegatingProgressBarConsumer(line -> device.print("\r" + line), WIDTH));
        if (total == UNKNOWN) {
            builder.setRenderer(Progress::elapsed);
        }
        bar = builder.build();
        bar.stepTo(done);
    }

    /** A phase of unknown length has nothing to tell but how long it has taken so far. */
    private static String elapsed(ProgressState state, int width) {
        return state.getTaskName() + " ... " + state.getTotalElapsed().toSeconds() + " s";
    }

    private void hideBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
