package dev.netwright.processor.card;

import dev.netwright.operation.Block;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.PlannedRegion.Kind;
import dev.netwright.plan.Region;
import dev.netwright.processor.plan.ProgramMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The memory of one program over its kernel calls: live bytes above, and the place of each region below. */
final class MemoryChart {
    /** CSS class for the memory that persists between steps. */
    private static final String KEPT = "k";

    private static final double LEFT = 74;
    private static final double WIDTH = 930;
    private static final double LIVE_TOP = 30;
    private static final double LIVE_HEIGHT = 130;
    private static final double PLACES_TOP = LIVE_TOP + LIVE_HEIGHT + 34;
    private static final double PLACES_HEIGHT = 300;
    private static final double BOTTOM = PLACES_TOP + PLACES_HEIGHT + 24;
    private static final double LETTER = 6;
    private static final double NARROWEST_TICK = 10;

    private final ProgramMemory memory;
    private final Program program;
    private final List<String> calls = new ArrayList<>();

    private MemoryChart(ProgramMemory memory) {
        this.memory = memory;
        program = memory.program();
        List<String> kernels = Stream.concat(
                        program.operations().stream().map(Operation::name),
                        program.losses().stream().map(Loss::name))
                .toList();
        kernels.forEach(name -> calls.add(name + " forward"));
        if (program.isTraining()) {
            for (int i = kernels.size() - 1; i >= 0; i--) {
                calls.add(kernels.get(i) + " backward");
            }
        }
    }

    /** A figure of a program's memory. */
    static Markup of(ProgramMemory memory, String id, String title) {
        return new MemoryChart(memory).figure(id, title);
    }

    private Markup figure(String id, String title) {
        return Markup.of(
                "<figure id=\"{}\" data-bytes=\"{}\" data-live=\"{}\">\n<h3>{}</h3>\n<p>{} regions, and the memory that persists between steps, "
                        + "take <b>{}</b>. At most {} are live at the same time{}.</p>\n<div class=\"scroll\">{}</div>\n</figure>\n",
                id,
                memory.bytes(),
                memory.liveBytes(),
                title,
                memory.reference().regions().size(),
                Quantity.bytes(memory.bytes()),
                Quantity.bytes(memory.liveBytes()),
                memory.bytes() == memory.liveBytes() ? "; no plan takes less" : "",
                svg(title));
    }

    private Markup svg(String title) {
        return Markup.of(
                        "<svg class=\"memory\" role=\"img\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\"><title>{}</title>\n",
                        LEFT + WIDTH + 8,
                        BOTTOM,
                        LEFT + WIDTH + 8,
                        BOTTOM,
                        title + ": live memory and its places over " + calls.size() + " kernel calls")
                .add(phases())
                .add(blockNames())
                .add(liveAreas())
                .add(places())
                .add("</svg>");
    }

    private Markup phases() {
        int kernels = program.operations().size();
        Markup phases = new Markup();
        if (program.isTraining()) {
            phases.add(phase("forward", 0, kernels)).add(phase("backward", calls.size() - kernels, calls.size()));
            phases.add(
                    "<line class=\"middle\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
                    x(calls.size() / 2),
                    x(calls.size() / 2),
                    LIVE_TOP,
                    PLACES_TOP + PLACES_HEIGHT);
        } else {
            phases.add(phase("forward", 0, kernels));
        }
        return phases;
    }

    private Markup phase(String name, int from, int to) {
        return Markup.of("<text class=\"phase\" x=\"{}\" y=\"14\">{}</text>\n", (x(from) + x(to)) / 2, name);
    }

    /** A tick at the beginning of each block, with its name if there is room. */
    private Markup blockNames() {
        Markup names = new Markup();
        int from = 0;
        for (Block<Operation> block : program.blocks()) {
            int to = from + block.layers().size();
            names.add(blockName(block.name(), from, to));
            if (program.isTraining()) {
                names.add(blockName(block.name(), calls.size() - to, calls.size() - from));
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
                    PLACES_TOP + PLACES_HEIGHT + 4);
        }
        if (width > LETTER * name.length() + 4) {
            mark.add(
                    "<text class=\"blockname\" x=\"{}\" y=\"{}\">{}</text>\n",
                    (x(from) + x(to)) / 2,
                    PLACES_TOP + PLACES_HEIGHT + 15,
                    name);
        }
        return mark;
    }

    /** The kinds stacked, below the line of all planned memory. */
    private Markup liveAreas() {
        Markup areas = new Markup();
        double top = Math.max(1, memory.bytes());
        double[] below = new double[calls.size()];
        double[] kept = new double[calls.size()];
        Arrays.fill(kept, (double) memory.reference().ownBytes());
        areas.add(area(KEPT, below, kept, top));
        below = kept;
        for (Kind kind : Kind.values()) {
            double[] above = below.clone();
            for (PlannedRegion planned : memory.reference().regions()) {
                Region region = planned.region();
                for (int time = region.firstUse(); planned.kind() == kind && time <= region.lastUse(); time++) {
                    above[time] += region.bytes();
                }
            }
            if (!Arrays.equals(below, above)) {
                areas.add(area(cssClass(kind), below, above, top));
            }
            below = above;
        }
        areas.add(level(LIVE_TOP, Quantity.bytes(memory.bytes()), "limit"));
        double y = y((double) memory.liveBytes(), top);
        if (y - LIVE_TOP > 12 && LIVE_HEIGHT + LIVE_TOP - y > 12) {
            areas.add(level(y, Quantity.bytes(memory.liveBytes()), "level"));
        }
        areas.add(level(LIVE_TOP + LIVE_HEIGHT, "0", "axis"));
        return areas.add("<text class=\"caption\" x=\"{}\" y=\"{}\">live</text>\n", LEFT, LIVE_TOP - 7);
    }

    private Markup area(String cssClass, double[] below, double[] above, double top) {
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
        return Markup.of("<path class=\"area {}\" d=\"{}H{}z\"/>\n", cssClass, path, x(0));
    }

    private static double y(double bytes, double top) {
        return LIVE_TOP + LIVE_HEIGHT * (1 - bytes / top);
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

    private Markup places() {
        Markup places = Markup.of("<text class=\"caption\" x=\"{}\" y=\"{}\">places</text>\n", LEFT, PLACES_TOP - 7);
        places.add(
                "<rect class=\"ground\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                LEFT,
                PLACES_TOP,
                WIDTH,
                PLACES_HEIGHT);
        memory.reference().regions().stream().filter(memory::isVisible).forEach(planned -> {
            Region region = planned.region();
            places.add(place(
                    cssClass(planned.kind()),
                    region.firstUse(),
                    region.lastUse(),
                    region.offset(),
                    region.bytes(),
                    planned.kind().name().toLowerCase(Locale.ROOT) + " of " + planned.name()));
        });
        return places.add(place(
                KEPT,
                0,
                calls.size() - 1,
                memory.reference().arenaBytes(),
                memory.reference().ownBytes(),
                "images, outputs and prepared weights"));
    }

    private Markup place(String cssClass, int first, int last, long offset, long bytes, String what) {
        double scale = PLACES_HEIGHT / Math.max(1, memory.bytes());
        return Markup.of(
                "<rect class=\"region {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>\n",
                cssClass,
                x(first),
                PLACES_TOP + offset * scale,
                x(last + 1) - x(first),
                Math.max(0.4, bytes * scale),
                Markup.of(
                        "{}, {}, at {}, from {} to {}",
                        what,
                        Quantity.bytes(bytes),
                        Quantity.exact(offset),
                        calls.get(first),
                        calls.get(last)));
    }

    private static String cssClass(Kind kind) {
        return switch (kind) {
            case VALUE -> "v";
            case GRADIENT -> "g";
            case SAVED -> "s";
            case COPY -> "c";
            case SCRATCH -> "t";
        };
    }

    private double x(int time) {
        return LEFT + WIDTH * time / calls.size();
    }
}
