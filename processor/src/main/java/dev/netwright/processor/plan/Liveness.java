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
    /** Values whose gradient lies where that of a kernel's input is computed: their own id to that value's. */
    private final Map<String, String> gradientInPlaceOf = new LinkedHashMap<>();

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
                Buffer.Kind.VALUE,
                0,
                liveness.lastRead(NetworkGraph.IMAGES, 0),
                true);
        for (int i = 0; i < kernels.size(); i++) {
            liveness.addBuffersOf(i);
        }
        int n = kernels.size();
        losses.forEach(loss ->
                liveness.add(savedBuffer(loss.name()), shapes.apply(loss.output()), Buffer.Kind.SAVED, n, n + 1, true));
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
        return gradientInPlaceOf.getOrDefault(value, placement.whole(value) + GRADIENT);
    }

    /** Id of the buffer in which a kernel or a loss saves what its backward needs. */
    static String savedBuffer(String kernel) {
        return kernel + SAVED;
    }

    private void addBuffersOf(int i) {
        Kernel kernel = kernels.get(i);
        Shape shape = shapes.apply(kernel.name());
        if (computesInPlace(kernel)) {
            inPlaceOf.put(kernel.name(), valueBuffer(kernel.input()));
        }
        if (differentiatesInPlace(kernel)) {
            gradientInPlaceOf.put(kernel.name(), gradientBuffer(kernel.input()));
        }
        int last = lastRead(kernel.name(), i);
        if (mode == Mode.TRAINING && kernel.readsOutputInBackward()) {
            last = backwardTime(i);
        }
        boolean isRead = mode == Mode.INFERENCE && kernel.name().equals(output);
        add(valueBuffer(kernel.name()), shape, Buffer.Kind.VALUE, i, last, isRead);
        if (mode == Mode.TRAINING) {
            add(
                    gradientBuffer(kernel.name()),
                    shape,
                    Buffer.Kind.GRADIENT,
                    firstGradient(kernel.name()),
                    backwardTime(i),
                    false);
            if (kernel.savesForBackward()) {
                add(
                        savedBuffer(kernel.name()),
                        shape,
                        Buffer.Kind.SAVED,
                        i,
                        backwardTime(i),
                        kernel instanceof Kernel.Dropout);
            }
        }
    }

    private void add(String id, Shape shape, Buffer.Kind kind, int from, int to, boolean isHostFacing) {
        buffers.merge(id, new Buffer(id, kind, shape.size(), from, to, isHostFacing), Buffer::union);
    }

    /**
     * A kernel may overwrite its input if nothing else reads that, now or in backward. One exception: where a dropout's mask
     * makes a rectifier's output 0, the gradient is 0 as well, so that the rectifier's backward, which only asks where its
     * output is 0, isn't misled.
     */
    private boolean computesInPlace(Kernel kernel) {
        boolean canOverwrite = kernel instanceof Kernel.Dropout
                || kernel instanceof Kernel.ElementwiseActivation
                || (kernel instanceof Kernel.AddActivation && mode == Mode.INFERENCE);
        return canOverwrite && isOnlyReader(kernel) && (mode == Mode.INFERENCE || spoilsNoBackward(kernel));
    }

    /** Whether no backward of the kernels that have written the buffer so far misses what is overwritten. */
    private boolean spoilsNoBackward(Kernel kernel) {
        String buffer = valueBuffer(kernel.input());
        return kernels.subList(0, kernels.indexOf(kernel)).stream()
                .filter(writer -> valueBuffer(writer.name()).equals(buffer))
                .allMatch(writer ->
                        !writer.readsOutputInBackward() || (writer.isRectified() && kernel instanceof Kernel.Dropout));
    }

    /** A kernel may write the gradient of its input over that of its output if it is the only one to write it. */
    private boolean differentiatesInPlace(Kernel kernel) {
        boolean canOverwrite = kernel instanceof Kernel.Dropout
                || kernel instanceof Kernel.ElementwiseActivation
                || kernel instanceof Kernel.NormActivation;
        return mode == Mode.TRAINING && canOverwrite && isOnlyReader(kernel);
    }

    /**
     * Whether a kernel's first input and its output have buffers of their own that neither a loss nor the host sees, and only
     * this kernel reads that input, once. Where an image becomes a vector, the layout of values may change: only a dropout, which
     * kernel sets compute value by value, can do that in place.
     */
    private boolean isOnlyReader(Kernel kernel) {
        String input = kernel.input();
        return !input.equals(NetworkGraph.IMAGES)
                && !isJudged(input)
                && !isJudged(kernel.name())
                && (kernel instanceof Kernel.Dropout || shapes.apply(input).equals(shapes.apply(kernel.name())))
                && !placement.isShared(input)
                && !placement.isShared(kernel.name())
                && kernels.stream()
                                .flatMap(other -> other.inputs().stream())
                                .filter(input::equals)
                                .count()
                        == 1;
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
