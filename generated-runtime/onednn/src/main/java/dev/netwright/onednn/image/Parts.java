package dev.netwright.onednn.image;

import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.step.Step;
import dev.netwright.onednn.winograd.TileThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Parts of a layer's work that threads share. A part is computed by one thread and depends on no other, so that no result depends on the
 * number of threads.
 */
final class Parts implements Step {
    /** Values for which waking another thread takes longer than its help saves. */
    private static final int FEWEST_SHARED_VALUES = 1 << 15;

    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final List<TileThreads.Share> shares = new ArrayList<>();
    private final IntConsumer alone;

    /**
     * Parts from 0 on.
     *
     * @param count of parts
     * @param values that all of them read
     * @param workers gives each thread, by its number, what computes a part
     */
    Parts(int count, long values, IntFunction<IntConsumer> workers) {
        this.count = count;
        alone = workers.apply(0);
        if (threads(count, values) > 1) {
            shares.add(share(alone));
            for (int i = 1; i < threads(count, values); i++) {
                shares.add(share(workers.apply(i)));
            }
        }
    }

    private TileThreads.Share share(IntConsumer worker) {
        return new TileThreads.Share(() -> {
            for (int part = next.getAndIncrement(); part < count; part = next.getAndIncrement()) {
                worker.accept(part);
            }
        });
    }

    private static int threads(int count, long values) {
        return values < FEWEST_SHARED_VALUES || !KernelThreads.canLeaveTeam()
                ? 1
                : Math.min(TileThreads.count(), count);
    }

    @Override
    public void run() {
        if (shares.isEmpty()) {
            for (int part = 0; part < count; part++) {
                alone.accept(part);
            }
        } else {
            next.set(0);
            TileThreads.run(shares);
        }
    }
}
