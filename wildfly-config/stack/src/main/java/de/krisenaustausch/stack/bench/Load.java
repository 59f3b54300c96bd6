package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Does the same thing from several connections for a while, one thing after the other on each, and takes the times. */
final class Load {

    private Load() {
    }

    /** What one connection does again and again. */
    interface Work {

        /** @return whether it went well */
        boolean once() throws IOException;
    }

    /** Makes the work of a connection. */
    interface Worker {

        /** @param number of the connection, from 0 */
        Work of(int number) throws IOException;
    }

    /**
     * What came out.
     *
     * @param rate things done a second
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Figures(double rate, double p50, double p99) {

        /** @return the one of the middle, by rate */
        static Figures median(List<Figures> rounds) {
            return rounds.stream().sorted(java.util.Comparator.comparingDouble(Figures::rate)).toList().get(rounds.size() / 2);
        }
    }

    /** @throws StackException when more than one in a thousand went wrong */
    static Figures run(String what, int connections, Duration time, Worker worker) {
        return run(what, connections, time, Duration.ZERO, worker);
    }

    /** The same with a pause after each, which is no part of the times taken. */
    static Figures run(String what, int connections, Duration time, Duration pause, Worker worker) {
        AtomicInteger wrong = new AtomicInteger();
        AtomicReference<Exception> broken = new AtomicReference<>();
        List<long[]> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int number = 0; number < connections; number++) {
            int own = number;
            Thread thread = new Thread(() -> {
                try {
                    long[] taken = repeat(worker.of(own), end, pause, wrong);
                    synchronized (all) {
                        all.add(taken);
                    }
                } catch (IOException | RuntimeException failed) {
                    broken.set(failed);
                }
            }, what + "-" + number);
            threads.add(thread);
            thread.start();
        }
        join(threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (broken.get() != null) {
            throw new StackException("Measuring " + what + " failed: " + broken.get(), broken.get());
        }
        long[] taken = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (taken.length == 0 || wrong.get() * 1000L > taken.length) {
            throw new StackException("Measuring " + what + " failed: " + wrong.get() + " of " + taken.length + " went wrong.");
        }
        return new Figures(taken.length / seconds, taken[taken.length / 2] / 1e6, taken[(int) (taken.length * 0.99)] / 1e6);
    }

    private static long[] repeat(Work work, long end, Duration pause, AtomicInteger wrong) throws IOException {
        long[] taken = new long[1024];
        int count = 0;
        long begin = System.nanoTime();
        while (begin < end) {
            if (!work.once()) {
                wrong.incrementAndGet();
            }
            long now = System.nanoTime();
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, count * 2);
            }
            taken[count++] = now - begin;
            LockSupport.parkNanos(pause.toNanos());
            begin = System.nanoTime();
        }
        return Arrays.copyOf(taken, count);
    }

    private static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StackException("Stopped while measuring.", stopped);
            }
        }
    }
}
