package dev.netwright.processor.card;

import dev.netwright.processor.plan.Buffer;
import dev.netwright.processor.plan.Kernel;
import dev.netwright.processor.plan.KernelBlock;
import dev.netwright.processor.plan.MemoryPlan;
import dev.netwright.processor.plan.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The memory of one program over its kernel calls: above, what is live; below, which buffer lies in which slot. */
final class MemoryChart {
    private static final double LEFT = 74;
    private static final double WIDTH = 930;
    private static final double LIVE_TOP = 30;
    private static final double LIVE_HEIGHT = 130;
    private static final double SLOTS_TOP = LIVE_TOP + LIVE_HEIGHT + 34;
    private static final double SLOTS_HEIGHT = 300;
    private static final double BOTTOM = SLOTS_TOP + SLOTS_HEIGHT + 24;
    private static final double LETTER = 6;
    private static final double NARROWEST_TICK = 10;

    private final Program program;
    private final MemoryPlan memory;
    private final List<String> calls = new ArrayList<>();

    private MemoryChart(Program program) {
        this.program = program;
        this.memory = program.memory();
        List<String> kernels = program.kernels().stream().map(Kernel::name).toList();
        kernels.forEach(name -> calls.add(name + " forward"));
        if (program.isTraining()) {
            calls.add("loss forward");
            calls.add("loss backward");
            for (int i = kernels.size() - 1; i >= 0; i--) {
                calls.add(kernels.get(i) + " backward");
            }
        } else {
            calls.add("the host reads");
        }
    }

    /** A figure of a program's memory. */
    static Markup of(Program program, String id, String title) {
        return new MemoryChart(program).figure(id, title);
    }

    private Markup figure(String id, String title) {
        long slots = bytes(memory.floats());
        long live = bytes(memory.liveFloats());
        long least = bytes(memory.leastSlotFloats());
        return Markup.of(
                "<figure id=\"{}\" data-slots=\"{}\" data-live=\"{}\" data-least=\"{}\">\n<h3>{}</h3>\n<p>{} buffers in {} slots take "
                        + "<b>{}</b> for each image. At one time at most {} are live; {}.</p>\n"
                        + "<div class=\"scroll\">{}</div>\n</figure>\n",
                id,
                slots,
                live,
                least,
                title,
                memory.buffers().size(),
                memory.slotFloats().length,
                Quantity.bytes(slots),
                Quantity.bytes(live),
                slots == live
                        ? "no plan takes less"
                        : slots == least
                                ? "no assignment of whole slots takes less than this one"
                                : "whole slots need at least " + Quantity.bytes(least),
                svg(title));
    }

    private Markup svg(String title) {
        return Markup.of(
                        "<svg class=\"memory\" role=\"img\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\"><title>{}</title>\n",
                        LEFT + WIDTH + 8,
                        BOTTOM,
                        LEFT + WIDTH + 8,
                        BOTTOM,
                        title + ": live memory and slots over " + calls.size() + " kernel calls")
                .add(phases())
                .add(blockNames())
                .add(liveAreas())
                .add(slotRows())
                .add("</svg>");
    }

    private Markup phases() {
        int kernels = program.kernels().size();
        Markup phases = new Markup();
        if (program.isTraining()) {
            phases.add(phase("forward", 0, kernels)).add(phase("backward", kernels + 2, calls.size()));
            phases.add(
                    "<line class=\"middle\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
                    x(kernels + 1),
                    x(kernels + 1),
                    LIVE_TOP,
                    SLOTS_TOP + SLOTS_HEIGHT);
        } else {
            phases.add(phase("forward", 0, kernels));
        }
        return phases;
    }

    private Markup phase(String name, int from, int to) {
        return Markup.of("<text class=\"phase\" x=\"{}\" y=\"14\">{}</text>\n", (x(from) + x(to)) / 2, name);
    }

    /** A tick where a block begins; its name where there is room. */
    private Markup blockNames() {
        Markup names = new Markup();
        int kernels = program.kernels().size();
        int from = 0;
        for (KernelBlock block : program.blocks()) {
            int to = from + block.kernels().size();
            names.add(blockName(block.name(), from, to));
            if (program.isTraining()) {
                names.add(blockName(block.name(), 2 * kernels + 2 - to, 2 * kernels + 2 - from));
            }
            from = to;
        }
        return names;
    }

    private Markup blockName(String name, int from, int to) {
        double width = x(to) - x(from);
        Markup mark = new Markup();
        if (width > NARROWEST_TICK) {
            mark.add(
                    "<line class=\"tick\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n",
                    x(from),
                    x(from),
                    LIVE_TOP,
                    SLOTS_TOP + SLOTS_HEIGHT + 4);
        }
        if (width > LETTER * name.length() + 4) {
            mark.add(
                    "<text class=\"blockname\" x=\"{}\" y=\"{}\">{}</text>\n",
                    (x(from) + x(to)) / 2,
                    SLOTS_TOP + SLOTS_HEIGHT + 15,
                    name);
        }
        return mark;
    }

    /** Values, on them what is saved, on both the gradients, below the line of all slots. */
    private Markup liveAreas() {
        Markup areas = new Markup();
        double top = Math.max(1, memory.floats());
        double[] below = new double[calls.size()];
        for (Buffer.Kind kind : Buffer.Kind.values()) {
            double[] above = below.clone();
            for (Buffer buffer : memory.buffers()) {
                for (int time = buffer.from(); buffer.kind() == kind && time <= buffer.to(); time++) {
                    above[time] += buffer.floats();
                }
            }
            areas.add(area(kind, below, above, top));
            below = above;
        }
        areas.add(level(LIVE_TOP, Quantity.bytes(bytes(memory.floats())), "limit"));
        double live = memory.liveFloats();
        double y = LIVE_TOP + LIVE_HEIGHT * (1 - live / top);
        if (y - LIVE_TOP > 12 && LIVE_HEIGHT + LIVE_TOP - y > 12) {
            areas.add(level(y, Quantity.bytes(bytes(memory.liveFloats())), "level"));
        }
        areas.add(level(LIVE_TOP + LIVE_HEIGHT, "0", "axis"));
        return areas.add("<text class=\"caption\" x=\"{}\" y=\"{}\">live</text>\n", LEFT, LIVE_TOP - 7);
    }

    private Markup area(Buffer.Kind kind, double[] below, double[] above, double top) {
        StringBuilder path = new StringBuilder();
        for (int time = 0; time < above.length; time++) {
            if (time == 0 || above[time] != above[time - 1]) {
                path.append(Markup.of(time == 0 ? "M{} {}" : "H{}V{}", x(time), y(above[time], top)));
            }
        }
        path.append(Markup.of("H{}V{}", x(above.length), y(below[below.length - 1], top)));
        for (int time = below.length - 1; time >= 0; time--) {
            if (time > 0 && below[time] != below[time - 1]) {
                path.append(Markup.of("H{}V{}", x(time), y(below[time - 1], top)));
            }
        }
        return Markup.of("<path class=\"area {}\" d=\"{}H{}z\"/>\n", cssClass(kind), path, x(0));
    }

    private static double y(double floats, double top) {
        return LIVE_TOP + LIVE_HEIGHT * (1 - floats / top);
    }

    private static Markup level(double y, String text, String cssClass) {
        return Markup.of(
                "<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"amount\" x=\"{}\" y=\"{}\">{}</text>\n",
                cssClass,
                LEFT,
                LEFT + WIDTH,
                y,
                y,
                LEFT - 8,
                y + 4,
                text);
    }

    private Markup slotRows() {
        long[] sizes = memory.slotFloats();
        double scale = SLOTS_HEIGHT / Math.max(1, memory.floats());
        double[] tops = new double[sizes.length];
        double top = SLOTS_TOP;
        for (int slot = 0; slot < sizes.length; slot++) {
            tops[slot] = top;
            top += sizes[slot] * scale;
        }
        Markup rows = Markup.of("<text class=\"caption\" x=\"{}\" y=\"{}\">slots</text>\n", LEFT, SLOTS_TOP - 7);
        rows.add(
                "<rect class=\"ground\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                LEFT,
                SLOTS_TOP,
                WIDTH,
                SLOTS_HEIGHT);
        for (int slot = 1; slot < sizes.length; slot++) {
            if (sizes[slot] * scale > 3) {
                rows.add(
                        "<line class=\"row\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
                        LEFT,
                        LEFT + WIDTH,
                        tops[slot],
                        tops[slot]);
            }
        }
        for (Buffer buffer : memory.buffers()) {
            rows.add(
                    "<rect class=\"buffer {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>\n",
                    cssClass(buffer.kind()),
                    x(buffer.from()),
                    tops[memory.slot(buffer)],
                    x(buffer.to() + 1) - x(buffer.from()),
                    Math.max(0.4, buffer.floats() * scale),
                    Markup.of(
                            "{}, {}, slot {}, from {} to {}",
                            text(buffer),
                            Quantity.bytes(bytes(buffer.floats())),
                            memory.slot(buffer),
                            calls.get(buffer.from()),
                            calls.get(buffer.to())));
        }
        return rows;
    }

    /** The id without the ending that tells its kind. */
    private static String text(Buffer buffer) {
        String kind = buffer.kind().name().toLowerCase(Locale.ROOT);
        String id = buffer.id().endsWith("." + kind)
                ? buffer.id().substring(0, buffer.id().length() - kind.length() - 1)
                : buffer.id();
        return kind + " of " + id;
    }

    private static String cssClass(Buffer.Kind kind) {
        return switch (kind) {
            case VALUE -> "v";
            case GRADIENT -> "g";
            case SAVED -> "s";
        };
    }

    private double x(int time) {
        return LEFT + WIDTH * time / calls.size();
    }

    private static long bytes(long floats) {
        return Float.BYTES * floats;
    }
}
