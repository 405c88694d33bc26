package dev.lanewise.foundation;

import java.util.List;

/** The threads that the library has started and that still live. */
public final class LanewiseThreads {
    private LanewiseThreads() {}

    /** Their names. */
    public static List<String> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("lanewise"))
                .toList();
    }
}
