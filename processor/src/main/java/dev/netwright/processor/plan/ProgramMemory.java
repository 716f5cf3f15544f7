package dev.netwright.processor.plan;

import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import dev.netwright.plan.Arena;
import dev.netwright.plan.MemoryPlan;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.PlannedRegion.Kind;
import dev.netwright.plan.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of one program for one image, without parameters.
 *
 * @param spans what lies where at which moments
 * @param moments number of moments of a step
 * @param bytes of all
 * @param liveBytes largest sum of what is needed at one moment: no plan takes less
 */
public record ProgramMemory(Program program, List<Span> spans, int moments, long bytes, long liveBytes) {
    /**
     * Bytes that something has from one moment to another, both included.
     *
     * @param name of the layer or loss that it is of, or {@link Value#IMAGES}; where several values have it by turns, of the first
     * @param offset where it begins
     */
    public record Span(Kind kind, String name, long bytes, long offset, int first, int last) {
        private static Span of(PlannedRegion planned) {
            Region region = planned.region();
            return new Span(
                    planned.kind(),
                    planned.name(),
                    region.bytes(),
                    region.offset(),
                    region.firstUse(),
                    region.lastUse());
        }
    }

    /** Copies the list. */
    public ProgramMemory {
        spans = List.copyOf(spans);
    }

    /** Behind the arena lies what the host writes and reads, all the time: images, outputs, and what a loss keeps of its output. */
    static ProgramMemory of(Program program) {
        PlainLayout layout = new PlainLayout(program.mode());
        Arena arena = new Arena(Float.BYTES);
        MemoryPlan plan = MemoryPlan.of(program, layout, arena);
        List<Span> spans = new ArrayList<>(plan.regions().stream().map(Span::of).toList());
        int last = plan.moments() - 1;
        long end = plan.arenaBytes();
        for (HostMemory owner : HostMemory.of(program)) {
            long bytes = layout.bytes(owner.shapeOf().shape());
            spans.add(new Span(owner.kind(), owner.name(), bytes, end, 0, last));
            end += bytes;
        }
        long hostBytes = end - plan.arenaBytes();
        return new ProgramMemory(program, spans, plan.moments(), end, hostBytes + plan.largestLiveBytes());
    }

    private record HostMemory(Kind kind, String name, Value shapeOf) {
        static List<HostMemory> of(Program program) {
            List<HostMemory> all = new ArrayList<>();
            all.add(new HostMemory(Kind.VALUE, program.images().name(), program.images()));
            if (!program.isTraining()) {
                all.add(new HostMemory(Kind.VALUE, program.output().name(), program.output()));
            }
            program.losses().forEach(loss -> all.add(new HostMemory(Kind.SAVED, loss.name(), loss.output())));
            return all;
        }
    }
}
