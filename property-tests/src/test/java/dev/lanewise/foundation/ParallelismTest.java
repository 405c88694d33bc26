package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ParallelismTest {
    @AfterEach
    void noThreadStaysBehind() {
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    private static void assertRunsEachOnce(Parallelism parallelism, int pieces) {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        Set<Integer> busy = ConcurrentHashMap.newKeySet();
        parallelism.forEach(pieces, (index, worker) -> {
            assertTrue(worker >= 0 && worker < parallelism.workers(), "worker " + worker);
            assertTrue(busy.add(worker), "two pieces at once under number " + worker);
            done.add(index);
            busy.remove(worker);
        });
        Collections.sort(done);
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            wanted.add(i);
        }
        assertEquals(wanted, done);
    }

    @Test
    void everyPieceRunsOnceUnderOneWorkerAtATime() {
        for (int threads : new int[] {1, 2, 3, 7}) {
            for (int pieces : new int[] {0, 1, 2, 3, 100, 10_000}) {
                assertRunsEachOnce(Parallelism.threads(threads), pieces);
            }
        }
    }

    @Test
    void anExecutorOfTheCallersRunsThemJustSo() {
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            for (int pieces : new int[] {0, 1, 2, 5, 10_000}) {
                assertRunsEachOnce(Parallelism.on(executor, 4), pieces);
                assertRunsEachOnce(Parallelism.on(executor, 1), pieces);
            }
        }
    }

    @Test
    void anExecutorThatNeverRunsAnythingOrRejectsEverythingBlocksNothing() {
        assertRunsEachOnce(Parallelism.on(task -> {}, 3), 100);
        assertRunsEachOnce(
                Parallelism.on(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        3),
                100);
        assertRunsEachOnce(Parallelism.on(Runnable::run, 3), 100);
    }

    @Test
    void aHelperThatComesTooLateFindsNothingToDo() {
        List<Runnable> late = new ArrayList<>();
        AtomicInteger ran = new AtomicInteger();
        Parallelism.on(late::add, 4).forEach(10, (index, worker) -> ran.incrementAndGet());
        late.forEach(Runnable::run);
        assertEquals(3, late.size());
        assertEquals(10, ran.get());
    }

    @Test
    void severalThreadsDoWorkAtOnce() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(3);
        AtomicBoolean together = new AtomicBoolean(true);
        Parallelism.threads(3).forEach(3, (index, worker) -> {
            all.countDown();
            try {
                together.compareAndSet(true, all.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                together.set(false);
            }
        });
        assertTrue(together.get(), "three pieces waited for each other");
    }

    @Test
    void theCallingThreadIsWorkerZero() {
        Thread caller = Thread.currentThread();
        Parallelism.threads(3).forEach(100, (index, worker) -> {
            assertEquals(worker == 0, Thread.currentThread() == caller);
        });
        Parallelism.NONE.forEach(3, (index, worker) -> assertSame(caller, Thread.currentThread()));
    }

    /** The other threads are in the middle of a piece when piece 20 fails: they pause in each. */
    @Test
    void whatATaskThrowsArrivesOnceNoPieceRunsAnyMore() {
        for (int threads : new int[] {1, 2, 3, 7}) {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger ran = new AtomicInteger();
            IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> Parallelism.threads(threads)
                    .forEach(50, (index, worker) -> {
                        running.incrementAndGet();
                        try {
                            if (index == 20) {
                                throw new IllegalStateException("piece 20");
                            }
                            pause();
                        } finally {
                            ran.incrementAndGet();
                            running.decrementAndGet();
                        }
                    }));
            int runningThen = running.get();
            int ranBefore = ran.get();
            assertEquals("piece 20", thrown.getMessage());
            assertEquals(0, runningThen, "pieces that still ran, " + threads + " threads");
            pause();
            pause();
            assertEquals(ranBefore, ran.get(), "pieces that ran after the exception, " + threads + " threads");
            assertThrows(
                    StackOverflowError.class, () -> Parallelism.threads(threads).forEach(5, (index, worker) -> {
                        throw new StackOverflowError("an error, too");
                    }));
        }
    }

    /** An executor that breaks after it has taken a helper: the caller is told, but not while that helper still works. */
    @Test
    void whatAnExecutorThrowsArrivesOnceNoPieceRunsAnyMore() {
        try (ExecutorService sound = Executors.newFixedThreadPool(1)) {
            AtomicInteger offered = new AtomicInteger();
            AtomicInteger running = new AtomicInteger();
            AtomicInteger ran = new AtomicInteger();
            Executor broken = helper -> {
                if (offered.getAndIncrement() > 0) {
                    throw new IllegalStateException("broken");
                }
                sound.execute(helper);
            };
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class, () -> Parallelism.on(broken, 3).forEach(50, (index, worker) -> {
                        running.incrementAndGet();
                        pause();
                        ran.incrementAndGet();
                        running.decrementAndGet();
                    }));
            int ranBefore = ran.get();
            assertEquals("broken", thrown.getMessage());
            assertEquals(0, running.get());
            pause();
            pause();
            assertEquals(ranBefore, ran.get(), "pieces that ran after the exception");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptedCallerFinishesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        AtomicInteger ran = new AtomicInteger();
        Parallelism.threads(3).forEach(1000, (index, worker) -> ran.incrementAndGet());
        assertTrue(Thread.interrupted());
        assertEquals(1000, ran.get());
    }

    @Test
    void piecesMayRunPiecesOfTheirOwn() {
        AtomicInteger ran = new AtomicInteger();
        Parallelism threads = Parallelism.threads(3);
        threads.forEach(4, (outer, worker) -> threads.forEach(5, (inner, helper) -> ran.incrementAndGet()));
        assertEquals(20, ran.get());
    }

    @Test
    void theNumberOfWorkersIsTheOneAskedFor() {
        assertEquals(1, Parallelism.NONE.workers());
        assertSame(Parallelism.NONE, Parallelism.threads(1));
        assertEquals(5, Parallelism.threads(5).workers());
        assertEquals(2, Parallelism.on(Runnable::run, 2).workers());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Refusal.of(() -> Parallelism.threads(0), "got 0", "1 or more");
        Refusal.of(() -> Parallelism.threads(-2), "got -2", "1 or more");
        Refusal.of(() -> Parallelism.on(Runnable::run, 0), "got 0", "1 or more");
        Refusal.ofNull("executor", () -> Parallelism.on(null, 2));
        Refusal.of(() -> Parallelism.NONE.forEach(-1, (index, worker) -> {}), "pieces", "-1", "0 or more");
        Refusal.ofNull("task", () -> Parallelism.threads(2).forEach(0, null));
        Refusal.ofNull("task", () -> Parallelism.threads(2).inPhases(new int[] {1}, null));
        Refusal.ofNull("pieces", () -> Parallelism.threads(2).inPhases(null, (phase, index, worker) -> {}));
        AtomicInteger ran = new AtomicInteger();
        for (Parallelism parallelism : List.of(Parallelism.NONE, Parallelism.threads(3))) {
            for (int[] pieces : new int[][] {{-1}, {4, -7, 2}, {1, Integer.MIN_VALUE}}) {
                String wrong = "" + Arrays.stream(pieces).min().getAsInt();
                Refusal.of(
                        () -> parallelism.inPhases(pieces, (phase, index, worker) -> ran.incrementAndGet()),
                        "pieces",
                        "got " + wrong,
                        "0 or more");
            }
        }
        assertEquals(0, ran.get(), "pieces that ran before the refusal");
    }

    @Test
    void noPieceBeginsBeforeThePhaseBeforeItIsDone() {
        int[] pieces = {5, 0, 1, 1000, 3, 0};
        for (int threads : new int[] {1, 2, 3, 7}) {
            AtomicInteger[] done = new AtomicInteger[pieces.length];
            Arrays.setAll(done, phase -> new AtomicInteger());
            int[] plain = new int[1]; // written in one phase, seen in the next
            Parallelism.threads(threads).inPhases(pieces, (phase, index, worker) -> {
                for (int before = 0; before < phase; before++) {
                    assertEquals(pieces[before], done[before].get(), "pieces of phase " + before);
                }
                if (phase == 2) {
                    plain[0] = 42;
                }
                assertEquals(phase < 2 ? 0 : 42, plain[0]);
                if (index == 0) {
                    Thread.yield();
                }
                done[phase].incrementAndGet();
            });
            for (int phase = 0; phase < pieces.length; phase++) {
                assertEquals(pieces[phase], done[phase].get());
            }
        }
    }

    @Test
    void whoWaitsForAPhaseWakesWhenAPieceOfItFails() {
        for (int round = 0; round < 20; round++) {
            AtomicInteger later = new AtomicInteger();
            assertThrows(IllegalStateException.class, () -> Parallelism.threads(3)
                    .inPhases(new int[] {3, 3}, (phase, index, worker) -> {
                        if (phase == 0 && index == 1) {
                            sleep(20); // the others wait asleep by then
                            throw new IllegalStateException("piece 1");
                        }
                        later.addAndGet(phase);
                    }));
            assertEquals(0, later.get());
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noMoreWorkersThanTheWorkPaysFor() {
        String property = "lanewise.operationsPerThread";
        String before = System.getProperty(property);
        Parallelism seven = Parallelism.threads(7);
        try {
            System.setProperty(property, "1000");
            assertEquals(1, seven.forOperations(0).workers());
            assertEquals(1, seven.forOperations(1999).workers());
            assertEquals(2, seven.forOperations(2000).workers());
            assertSame(seven, seven.forOperations(1e30));
            assertSame(Parallelism.NONE, Parallelism.NONE.forOperations(1e30));
            for (String wrong : new String[] {"0", "-1", "many", "", "1e6"}) {
                System.setProperty(property, wrong);
                String message = assertThrows(IllegalArgumentException.class, () -> seven.forOperations(1))
                        .getMessage();
                assertEquals("-D" + property + "=" + wrong + ": wanted a positive number of operations", message);
            }
            System.clearProperty(property);
            AtomicInteger offered = new AtomicInteger();
            Parallelism counting = Parallelism.on(task -> offered.incrementAndGet(), 2);
            Layout layout = Layout.rows(0, 4, 1 << 10);
            float[] x = new float[4 << 10];
            FloatHadamardPlan.of(1 << 10).transform(x, layout, x, layout, new Workspace(), counting);
            assertEquals(0, offered.get(), "four short rows are not worth a thread");
        } finally {
            if (before != null) {
                System.setProperty(property, before);
            }
        }
    }
}
