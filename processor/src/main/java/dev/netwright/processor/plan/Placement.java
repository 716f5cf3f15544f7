package dev.netwright.processor.plan;

import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which values are computed where a join wants them. A branch whose last reader is a join lies in its channels of the joined
 * value, and a join that another one reads last lies in that: a dense block is one buffer that grows to its full width. The
 * images, which the host writes, and what a loss judges have buffers of their own.
 */
final class Placement {
    private final Map<String, Slice> slices = new LinkedHashMap<>();
    private final Set<String> wholes = new LinkedHashSet<>();

    private Placement() {}

    /**
     * Places the values of a program.
     *
     * @param judged ids of those that losses or the host read
     * @param shapes knows each value
     */
    static Placement of(List<Kernel> kernels, Set<String> judged, Function<String, Shape> shapes) {
        Placement placement = new Placement();
        // From the last join on, so that the value in which a join lies is known before its branches are placed.
        for (int i = kernels.size() - 1; i >= 0; i--) {
            if (kernels.get(i) instanceof Kernel.Concat concat) {
                int channel = 0;
                for (String branch : concat.inputs()) {
                    if (!judged.contains(branch) && placement.isFree(branch, kernels.subList(i + 1, kernels.size()))) {
                        placement.place(branch, concat.name(), channel);
                    }
                    channel += shapes.apply(branch).channels();
                }
            }
        }
        return placement;
    }

    /** Where a value lies, if not in a buffer of its own. */
    Optional<Slice> slice(String value) {
        return Optional.ofNullable(slices.get(value));
    }

    /** All values that lie in others. */
    Map<String, Slice> slices() {
        return slices;
    }

    /** The value whose buffer holds a value: often itself. */
    String whole(String value) {
        return slice(value).map(Slice::whole).orElse(value);
    }

    /** Whether a value lies in another, or others lie in it, so that nothing may be computed in its place. */
    boolean isShared(String value) {
        return slices.containsKey(value) || wholes.contains(value);
    }

    private boolean isFree(String branch, List<Kernel> later) {
        return !branch.equals(NetworkGraph.IMAGES)
                && !slices.containsKey(branch)
                && later.stream().noneMatch(kernel -> kernel.inputs().contains(branch));
    }

    private void place(String branch, String join, int channel) {
        int offset = slice(join).map(Slice::firstChannel).orElse(0);
        slices.put(branch, new Slice(whole(join), offset + channel));
        wholes.add(whole(join));
    }
}
