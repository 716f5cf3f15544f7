package dev.netwright.processor.plan;

import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import dev.netwright.plan.Arena;
import dev.netwright.plan.MemoryPlan;
import dev.netwright.plan.PlannedRegion;
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
    public record Span(PlannedRegion.Kind kind, String name, long bytes, long offset, int first, int last) {}

    /** Copies the list. */
    public ProgramMemory {
        spans = List.copyOf(spans);
    }

    /** What the host writes and reads lies behind the arena, all the time. */
    static ProgramMemory of(Program program) {
        PlainLayout layout = new PlainLayout(program.mode());
        Arena arena = new Arena(Float.BYTES);
        MemoryPlan plan = MemoryPlan.of(program, layout, arena);
        List<Span> spans = new ArrayList<>();
        plan.regions().forEach(planned -> spans.add(new Span(
                planned.kind(),
                planned.name(),
                planned.region().bytes(),
                planned.region().offset(),
                planned.region().firstUse(),
                planned.region().lastUse())));
        long end = plan.arenaBytes();
        for (Value value : ofHost(program)) {
            long bytes = layout.bytes(value.shape());
            spans.add(new Span(PlannedRegion.Kind.VALUE, value.name(), bytes, end, 0, plan.moments() - 1));
            end += bytes;
        }
        long hostBytes = end - plan.arenaBytes();
        return new ProgramMemory(program, spans, plan.moments(), end, hostBytes + plan.largestLiveBytes());
    }

    private static List<Value> ofHost(Program program) {
        return program.isTraining()
                ? List.of(program.images())
                : List.of(program.images(), program.output());
    }
}
