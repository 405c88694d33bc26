package dev.lanewise.perf.family;

import dev.lanewise.perf.duel.Match;
import java.util.List;

/** Benchmarks of one kind. */
public interface Family {
    /**
     * What {@code --only} calls it.
     *
     * @return the name
     */
    String name();

    /**
     * The matches that tell the story.
     *
     * @param quick whether a few of them will do
     * @param threads how many threads each contestant may use
     * @return the matches
     */
    List<Match> matches(boolean quick, int threads);
}
