package dev.netwright.processor.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws one block from left to right: boxes that can be computed at the same time share a column, and each branch has
 * its own lane. A block without branches is wrapped into lines.
 */
final class BlockDrawing {
    private static final double HEIGHT = 58;
    private static final double LANE = HEIGHT + 12;
    private static final double SKIP_LANE = 20;
    private static final double GAP = 22;
    private static final double MARGIN = 8;
    private static final double ENTRY_WIDTH = 22;
    private static final double WIDEST = 1010;

    private final BlockDiagram block;
    private final double[] xs;
    private final double[] ys;
    private final double[] widths;
    private double entryY;
    private double right;
    private double bottom;

    private BlockDrawing(BlockDiagram block) {
        this.block = block;
        xs = new double[block.boxes().size()];
        ys = new double[block.boxes().size()];
        widths = block.boxes().stream().mapToDouble(this::width).toArray();
    }

    /** The block as an SVG element. */
    static Markup of(BlockDiagram block) {
        BlockDrawing drawing = new BlockDrawing(block);
        if (block.boxes().stream().allMatch(box -> !box.isMerge()) && drawing.isChain()) {
            drawing.placeInLines();
        } else {
            drawing.placeInLanes();
        }
        return drawing.svg();
    }

    private boolean isChain() {
        for (int i = 0; i < xs.length; i++) {
            if (!block.boxes().get(i).inputs().equals(List.of(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private void placeInLines() {
        double x = ENTRY_WIDTH + MARGIN;
        double y = MARGIN;
        entryY = y + HEIGHT / 2;
        for (int i = 0; i < xs.length; i++) {
            if (x + widths[i] > WIDEST) {
                x = ENTRY_WIDTH + MARGIN;
                y += LANE;
            }
            xs[i] = x;
            ys[i] = y;
            x += widths[i] + GAP;
            right = Math.max(right, x - GAP + MARGIN);
        }
        bottom = y + HEIGHT + MARGIN;
    }

    private void placeInLanes() {
        int[] column = new int[xs.length];
        int[] lane = new int[xs.length];
        int lanes = assignLanes(column, lane);
        double middle = lanes > 2 ? MARGIN + (lanes * LANE - (LANE - HEIGHT)) / 2 : MARGIN + HEIGHT / 2;
        entryY = middle;
        double x = ENTRY_WIDTH + MARGIN;
        for (int c = 0; ; c++) {
            double widest = 0;
            for (int i = 0; i < xs.length; i++) {
                if (column[i] == c) {
                    widest = Math.max(widest, widths[i]);
                }
            }
            if (widest == 0) {
                break;
            }
            for (int i = 0; i < xs.length; i++) {
                if (column[i] == c) {
                    xs[i] = x;
                    widths[i] = widest;
                    ys[i] = lane[i] < 0 ? middle - HEIGHT / 2 : MARGIN + lane[i] * LANE;
                }
            }
            x += widest + GAP;
        }
        right = x - GAP + MARGIN;
        bottom = MARGIN + Math.max(1, lanes) * LANE - (LANE - HEIGHT) + MARGIN + (hasSkip() ? SKIP_LANE : 0);
    }

    /** Fills in each box's column and lane, -1 for the middle; returns the number of lanes. */
    private int assignLanes(int[] column, int[] lane) {
        int lanes = 0;
        List<Integer> continued = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            Box box = block.boxes().get(i);
            int before = box.inputs().get(0);
            for (int input : box.inputs()) {
                column[i] = Math.max(column[i], input == Box.ENTRY ? 0 : column[input] + 1);
            }
            if (box.isMerge()) {
                lane[i] = -1;
            } else if (before != Box.ENTRY && !continued.contains(before)) {
                lane[i] = lane[before];
            } else {
                lane[i] = lanes++;
            }
            continued.add(before);
        }
        return lanes;
    }

    /** Whether a merge reads the block's input. */
    private boolean hasSkip() {
        return block.boxes().stream()
                .anyMatch(box -> box.isMerge() && box.inputs().contains(Box.ENTRY));
    }

    private Markup svg() {
        Markup drawing = Markup.of(
                "<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\"><title>{}</title>",
                right,
                bottom,
                right,
                bottom,
                block.name() + ": "
                        + String.join(
                                ", ", block.boxes().stream().map(Box::name).toList()));
        drawing.add("<circle class=\"entry\" cx=\"{}\" cy=\"{}\" r=\"3.5\"/>", MARGIN, entryY);
        for (int i = 0; i < xs.length; i++) {
            for (int input : block.boxes().get(i).inputs()) {
                drawing.add(edge(input, i));
            }
        }
        for (int i = 0; i < xs.length; i++) {
            drawing.add(box(i));
        }
        return drawing.add("</svg>");
    }

    private Markup edge(int from, int to) {
        double startX = from == Box.ENTRY ? MARGIN + 4 : xs[from] + widths[from];
        double startY = from == Box.ENTRY ? entryY : ys[from] + HEIGHT / 2;
        double endX = xs[to];
        double endY = ys[to] + HEIGHT / 2;
        if (block.boxes().get(to).isMerge() && from == Box.ENTRY) {
            double under = bottom - MARGIN;
            double foot = endX + widths[to] / 2;
            return Markup.of(
                            "<path class=\"edge\" d=\"M{} {}C{} {} {} {} {} {}H{}Q{} {} {} {}V{}\"/>",
                            startX,
                            startY,
                            startX + 8,
                            startY,
                            startX + 4,
                            under,
                            startX + 20,
                            under,
                            foot - 8,
                            foot,
                            under,
                            foot,
                            under - 8,
                            ys[to] + HEIGHT + 3)
                    .add(arrow(foot, ys[to] + HEIGHT + 1, "up"));
        }
        if (endX <= startX) {
            double turn = startY + LANE / 2;
            return Markup.of(
                            "<path class=\"edge\" d=\"M{} {}h8Q{} {} {} {}V{}Q{} {} {} {}H{}Q{} {} {} {}V{}Q{} {} {} {}H{}\"/>",
                            startX,
                            startY,
                            startX + 14,
                            startY,
                            startX + 14,
                            startY + 6,
                            turn - 6,
                            startX + 14,
                            turn,
                            startX + 8,
                            turn,
                            endX - 8,
                            endX - 14,
                            turn,
                            endX - 14,
                            turn + 6,
                            endY - 6,
                            endX - 14,
                            endY,
                            endX - 8,
                            endY,
                            endX - 3)
                    .add(arrow(endX - 1, endY, "right"));
        }
        double bend = Math.max(startX, endX - GAP);
        return Markup.of(
                        "<path class=\"edge\" d=\"M{} {}{}C{} {} {} {} {} {}\"/>",
                        startX,
                        startY,
                        startY == endY || from == Box.ENTRY ? "" : "H" + Markup.of("{}", bend),
                        startY == endY ? startX : from == Box.ENTRY ? startX + GAP / 2 : bend + GAP / 2,
                        startY,
                        startY == endY ? endX - 3 : from == Box.ENTRY ? startX : bend + GAP / 2 - 6,
                        endY,
                        endX - 3,
                        endY)
                .add(arrow(endX - 1, endY, "right"));
    }

    private static Markup arrow(double x, double y, String direction) {
        return direction.equals("up")
                ? Markup.of("<path class=\"arrow\" d=\"M{} {}l3.5 6h-7z\"/>", x, y)
                : Markup.of("<path class=\"arrow\" d=\"M{} {}l-6 3.5v-7z\"/>", x, y);
    }

    private Markup box(int i) {
        Box box = block.boxes().get(i);
        double middle = xs[i] + widths[i] / 2;
        return Markup.of(
                "<g class=\"box {}\"><title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"7\"/>"
                        + "<text class=\"name\" x=\"{}\" y=\"{}\">{}</text><text class=\"operation\" x=\"{}\" y=\"{}\">{}</text>"
                        + "<text class=\"shape\" x=\"{}\" y=\"{}\">{}</text></g>",
                box.tint(),
                box.name() + ": " + box.operation() + ", " + Shapes.text(box.output()),
                xs[i],
                ys[i],
                widths[i],
                HEIGHT,
                middle,
                ys[i] + 19,
                block.shortName(box),
                middle,
                ys[i] + 34,
                box.operation(),
                middle,
                ys[i] + 49,
                Shapes.text(box.output()));
    }

    /** Wide enough for its three lines in the fonts of the card. */
    private double width(Box box) {
        double text = Math.max(
                7.2 * block.shortName(box).length(),
                Math.max(
                        5.7 * box.operation().length(),
                        6.8 * Shapes.text(box.output()).length()));
        return Math.max(80, text + 18);
    }
}
