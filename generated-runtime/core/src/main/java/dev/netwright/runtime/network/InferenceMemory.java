package dev.netwright.runtime.network;

import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.machine.ThreadLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The forward passes of one network. Each concurrent call has memory of its own, kept for the next call of the same pass and batch size.
 *
 * <p>What is kept is bounded: the memory of the two batch sizes that were used last, of which one may be the rest of a data set, and of
 * other sizes as long as all of them together are small. The same batch size of another pass is another size.
 */
final class InferenceMemory {
    private static final int KEPT_SIZES = 2;
    private static final int MOST_SIZES = 8;
    private static final long SMALL = 64L << 20;

    private final NetworkType<?> type;
    private final BatchMemory memory;

    /** Those that no call uses, the one that was used longest ago first; guarded by itself. */
    private final Set<Idle> idle = new LinkedHashSet<>();

    /** A workspace that waits for a call; each is another, whatever its size. */
    private static final class Idle {
        private final Workspace workspace;
        private final Size size;
        private final long bytes;

        Idle(Workspace workspace, Size size) {
            this.workspace = workspace;
            this.size = size;
            this.bytes = workspace.boundBytes().total();
        }
    }

    /** What a workspace was planned for. */
    private record Size(ForwardPass pass, int batch) {}

    InferenceMemory(NetworkType<?> type, BatchMemory memory) {
        this.type = type;
        this.memory = memory;
    }

    /** The logits of a batch of images that are what {@link #requireImages} takes, one row for each. */
    float[] logits(float[] images, int batch) {
        return output(type.whole(), images, batch);
    }

    /** The output of a pass for a batch of images that are what {@link #requireImages} takes, one row for each. */
    float[] output(ForwardPass pass, float[] images, int batch) {
        return ThreadLoad.during(() -> computed(pass, images, batch));
    }

    private float[] computed(ForwardPass pass, float[] images, int batch) {
        float[] output = new float[Math.multiplyExact(batch, pass.size())];
        Idle taken = taken(new Size(pass, batch));
        try {
            InferenceSession session = taken.workspace.inference(batch);
            session.load(images);
            session.program().forward();
            session.logits(output);
        } catch (RuntimeException | Error e) {
            taken.workspace.close();
            throw e;
        }
        giveBack(taken).forEach(old -> old.workspace.close());
        return output;
    }

    void close() {
        synchronized (idle) {
            idle.forEach(kept -> kept.workspace.close());
            idle.clear();
        }
    }

    /** Images of 0. */
    float[] blankImages(int batch) {
        memory.requireArray(type.whole(), batch);
        return new float[batch * type.images().size()];
    }

    /** Before any memory is planned for a batch that can't have been given. */
    void requireImages(float[] images, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, found " + batch);
        }
        long needed = (long) batch * type.images().size();
        if (images.length != needed) {
            throw new IllegalArgumentException(type.name() + " takes images of " + type.images() + ": a batch of "
                    + batch + " needs " + needed + " numbers, found " + images.length);
        }
    }

    private Idle taken(Size size) {
        synchronized (idle) {
            // The last used, which the processor's caches may still know.
            Optional<Idle> known =
                    idle.stream().filter(one -> one.size.equals(size)).reduce((earlier, later) -> later);
            if (known.isPresent()) {
                idle.remove(known.get());
                return known.get();
            }
        }
        return new Idle(memory.forInference(size.pass(), size.batch()), size);
    }

    /** Keeps it, and gives up others. */
    private List<Idle> giveBack(Idle used) {
        synchronized (idle) {
            idle.add(used);
            // By their sizes, the last used at the end.
            LinkedHashMap<Size, Long> sizes = new LinkedHashMap<>();
            for (Idle one : idle) {
                Long before = sizes.remove(one.size);
                sizes.put(one.size, (before == null ? 0 : before) + one.bytes);
            }
            long all = sizes.values().stream().mapToLong(Long::longValue).sum();
            List<Size> order = new ArrayList<>(sizes.keySet());
            Set<Size> old = new LinkedHashSet<>();
            for (Size size : order.subList(0, Math.max(0, order.size() - KEPT_SIZES))) {
                if (all > SMALL || order.size() - old.size() > MOST_SIZES) {
                    old.add(size);
                    all -= sizes.getOrDefault(size, 0L);
                }
            }
            List<Idle> dropped =
                    idle.stream().filter(one -> old.contains(one.size)).toList();
            dropped.forEach(idle::remove);
            return dropped;
        }
    }
}
