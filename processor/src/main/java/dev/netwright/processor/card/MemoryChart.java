package dev.netwright.processor.card;

import dev.netwright.operation.Block;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.plan.PlannedRegion.Kind;
import dev.netwright.processor.plan.ProgramMemory;
import dev.netwright.processor.plan.ProgramMemory.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The memory of one program over its kernel calls: above, how much is live; below, what lies where. */
final class MemoryChart {
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
        List<String> operations =
                program.operations().stream().map(Operation::name).toList();
        operations.forEach(name -> calls.add(name + " forward"));
        if (program.isTraining()) {
            calls.add("loss forward");
            calls.add("loss backward");
            for (int i = operations.size() - 1; i >= 0; i--) {
                calls.add(operations.get(i) + " backward");
            }
        }
    }

    /** A figure of a program's memory. */
    static Markup of(ProgramMemory memory, String id, String title) {
        return new MemoryChart(memory).figure(id, title);
    }

    private Markup figure(String id, String title) {
        return Markup.of(
                "<figure id=\"{}\" data-bytes=\"{}\" data-live=\"{}\">\n<h3>{}</h3>\n<p>{} regions take <b>{}</b> for each image. "
                        + "At one time at most {} are live{}.</p>\n<div class=\"scroll\">{}</div>\n</figure>\n",
                id,
                memory.bytes(),
                memory.liveBytes(),
                title,
                memory.spans().size(),
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
            phases.add(phase("forward", 0, kernels)).add(phase("backward", kernels + 2, calls.size()));
            phases.add(
                    "<line class=\"middle\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
                    x(kernels + 1),
                    x(kernels + 1),
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

    /** A tick where a block begins; its name where there is room. */
    private Markup blockNames() {
        Markup names = new Markup();
        int kernels = program.operations().size();
        int from = 0;
        for (Block<Operation> block : program.blocks()) {
            int to = from + block.layers().size();
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

    /** Kind upon kind, below the line of all that is planned. */
    private Markup liveAreas() {
        Markup areas = new Markup();
        double top = Math.max(1, memory.bytes());
        double[] below = new double[calls.size()];
        for (Kind kind : Kind.values()) {
            double[] above = below.clone();
            for (Span span : memory.spans()) {
                for (int time = span.first(); span.kind() == kind && time <= span.last(); time++) {
                    above[time] += span.bytes();
                }
            }
            if (!Arrays.equals(below, above)) {
                areas.add(area(kind, below, above, top));
            }
            below = above;
        }
        areas.add(level(LIVE_TOP, Quantity.bytes(memory.bytes()), "limit"));
        double y = y(memory.liveBytes(), top);
        if (y - LIVE_TOP > 12 && LIVE_HEIGHT + LIVE_TOP - y > 12) {
            areas.add(level(y, Quantity.bytes(memory.liveBytes()), "level"));
        }
        areas.add(level(LIVE_TOP + LIVE_HEIGHT, "0", "axis"));
        return areas.add("<text class=\"caption\" x=\"{}\" y=\"{}\">live</text>\n", LEFT, LIVE_TOP - 7);
    }

    private Markup area(Kind kind, double[] below, double[] above, double top) {
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
        double scale = PLACES_HEIGHT / Math.max(1, memory.bytes());
        Markup places = Markup.of("<text class=\"caption\" x=\"{}\" y=\"{}\">places</text>\n", LEFT, PLACES_TOP - 7);
        places.add(
                "<rect class=\"ground\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                LEFT,
                PLACES_TOP,
                WIDTH,
                PLACES_HEIGHT);
        for (Span span : memory.spans()) {
            places.add(
                    "<rect class=\"region {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>\n",
                    cssClass(span.kind()),
                    x(span.first()),
                    PLACES_TOP + span.offset() * scale,
                    x(span.last() + 1) - x(span.first()),
                    Math.max(0.4, span.bytes() * scale),
                    Markup.of(
                            "{} of {}, {}, at {}, from {} to {}",
                            span.kind().name().toLowerCase(Locale.ROOT),
                            span.name(),
                            Quantity.bytes(span.bytes()),
                            Quantity.exact(span.offset()),
                            calls.get(span.first()),
                            calls.get(span.last())));
        }
        return places;
    }

    private static String cssClass(Kind kind) {
        return switch (kind) {
            case VALUE -> "v";
            case GRADIENT -> "g";
            case SAVED -> "s";
        };
    }

    private double x(int time) {
        return LEFT + WIDTH * time / calls.size();
    }
}
