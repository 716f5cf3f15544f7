package dev.netwright.processor.plan;

import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * When each buffer of a program is needed. With n kernels, kernel i runs forward at time i, the losses at n, their backward
 * at n + 1, and kernel i backward at 2n + 1 - i.
 */
final class Liveness {
    private static final String GRADIENT = ".gradient";
    private static final String SAVED = ".saved";

    private final List<Kernel> kernels;
    private final List<LossTerm> losses;
    private final String output;
    private final Function<String, Shape> shapes;
    private final Placement placement;
    private final Mode mode;
    private final Map<String, Buffer> buffers = new LinkedHashMap<>();
    /** Values computed in place of another: their own id to the id of the buffer that holds them. */
    private final Map<String, String> inPlaceOf = new LinkedHashMap<>();

    private Liveness(
            List<Kernel> kernels,
            List<LossTerm> losses,
            String output,
            Function<String, Shape> shapes,
            Placement placement,
            Mode mode) {
        this.kernels = kernels;
        this.losses = losses;
        this.output = output;
        this.shapes = shapes;
        this.placement = placement;
        this.mode = mode;
    }

    /**
     * Buffers and aliases of one program.
     *
     * @param losses none in an inference program
     * @param output id of the network's output
     * @param shapes knows each value
     */
    static Liveness of(
            List<Kernel> kernels,
            List<LossTerm> losses,
            String output,
            Function<String, Shape> shapes,
            Placement placement,
            Mode mode) {
        Liveness liveness = new Liveness(kernels, losses, output, shapes, placement, mode);
        liveness.add(
                NetworkGraph.IMAGES,
                shapes.apply(NetworkGraph.IMAGES),
                0,
                liveness.lastRead(NetworkGraph.IMAGES, 0),
                true);
        for (int i = 0; i < kernels.size(); i++) {
            liveness.addBuffersOf(i);
        }
        int n = kernels.size();
        losses.forEach(loss -> liveness.add(savedBuffer(loss.name()), shapes.apply(loss.output()), n, n + 1, true));
        return liveness;
    }

    List<Buffer> buffers() {
        return List.copyOf(buffers.values());
    }

    /** Id of the buffer that holds a value. */
    String valueBuffer(String value) {
        return inPlaceOf.getOrDefault(value, placement.whole(value));
    }

    /** Id of the buffer that holds a value's gradient. */
    String gradientBuffer(String value) {
        return valueBuffer(value) + GRADIENT;
    }

    /** Id of the buffer in which a kernel or a loss saves what its backward needs. */
    static String savedBuffer(String kernel) {
        return kernel + SAVED;
    }

    private void addBuffersOf(int i) {
        Kernel kernel = kernels.get(i);
        Shape shape = shapes.apply(kernel.name());
        if (runsInPlace(i)) {
            inPlaceOf.put(kernel.name(), valueBuffer(kernel.input()));
        }
        int last = lastRead(kernel.name(), i);
        if (mode == Mode.TRAINING && kernel.readsOutputInBackward()) {
            last = backwardTime(i);
        }
        boolean isRead = mode == Mode.INFERENCE && kernel.name().equals(output);
        add(valueBuffer(kernel.name()), shape, i, last, isRead);
        if (mode == Mode.TRAINING) {
            add(gradientBuffer(kernel.name()), shape, firstGradient(kernel.name()), backwardTime(i), false);
            if (kernel.savesForBackward()) {
                add(savedBuffer(kernel.name()), shape, i, backwardTime(i), kernel instanceof Kernel.Dropout);
            }
        }
    }

    private void add(String id, Shape shape, int from, int to, boolean isHostFacing) {
        buffers.merge(id, new Buffer(id, shape.size(), from, to, isHostFacing), Buffer::union);
    }

    /**
     * A dropout may overwrite its input if neither a kernel nor a loss reads that as well, and if the producer's backward either doesn't read it
     * or only asks where a rectifier's output is 0: where the mask makes it 0, the gradient is 0 as well.
     */
    private boolean runsInPlace(int i) {
        Kernel kernel = kernels.get(i);
        if (!(kernel instanceof Kernel.Dropout)
                || kernel.input().equals(NetworkGraph.IMAGES)
                || isJudged(kernel.input())
                || placement.isShared(kernel.name())
                || placement.isShared(kernel.input())) {
            return false;
        }
        boolean soleReader = kernels.stream()
                        .filter(other -> other.inputs().contains(kernel.input()))
                        .count()
                == 1;
        return soleReader
                && kernels.stream()
                        .filter(other -> other.name().equals(kernel.input()))
                        .allMatch(producer -> !producer.readsOutputInBackward() || producer.isRectified());
    }

    private int backwardTime(int i) {
        return 2 * kernels.size() + 1 - i;
    }

    private boolean isJudged(String value) {
        return value.equals(output)
                || losses.stream().anyMatch(loss -> loss.output().equals(value));
    }

    private int lastRead(String value, int written) {
        int last = isJudged(value) ? kernels.size() : written;
        for (int i = 0; i < kernels.size(); i++) {
            if (kernels.get(i).inputs().contains(value)) {
                boolean again = mode == Mode.TRAINING && kernels.get(i).readsInputInBackward();
                last = Math.max(last, again ? backwardTime(i) : i);
            }
        }
        return last;
    }

    /** The last reader's backward is the first to write a gradient; a loss writes that of its output. */
    private int firstGradient(String value) {
        int first = kernels.size() + 1;
        for (int i = 0; i < kernels.size() && !isJudged(value); i++) {
            if (kernels.get(i).inputs().contains(value)) {
                first = backwardTime(i);
            }
        }
        return first;
    }
}
