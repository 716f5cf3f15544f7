package dev.netwright.processor.network;

import dev.netwright.processor.declaration.RegNetDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a RegNet that have one width (Radosavovic et al., 2020, section 3.3).
 *
 * @param blocks their number
 * @param width channels of each of their convolutions, a multiple of the groups
 * @param groups of their 3x3 convolutions
 */
public record RegNetStage(int blocks, int width, int groups) {
    private static final int QUANTUM = 8;
    private static final double LEAST_SHARE = 0.9;

    /** The stages that follow from untainted numbers, in order. */
    public static List<RegNetStage> of(RegNetDeclaration regNet) {
        List<RegNetStage> stages = new ArrayList<>();
        long width = widthOf(0, regNet);
        int blocks = 0;
        for (int block = 0; block < regNet.depth().value(); block++) {
            long next = widthOf(block, regNet);
            if (next != width) {
                stages.add(divisible(blocks, width, regNet.groupWidth().value()));
                blocks = 0;
                width = next;
            }
            blocks++;
        }
        stages.add(divisible(blocks, width, regNet.groupWidth().value()));
        return List.copyOf(stages);
    }

    /** Equations 2 to 4. */
    private static long widthOf(int block, RegNetDeclaration regNet) {
        double w0 = regNet.w0().value();
        double wm = regNet.wm().value();
        double line = w0 + regNet.wa().value() * block;
        double exponent = Math.rint(Math.log(line / w0) / Math.log(wm));
        double width = Math.rint(w0 * Math.pow(wm, exponent) / QUANTUM) * QUANTUM;
        return (long) Math.min(width, Integer.MAX_VALUE);
    }

    /** Rounds the width to a multiple of that of the groups. */
    private static RegNetStage divisible(int blocks, long width, int groupWidth) {
        long ofGroup = Math.min(groupWidth, width);
        long rounded = (width + ofGroup / 2) / ofGroup * ofGroup;
        if (rounded < LEAST_SHARE * width) {
            rounded += ofGroup;
        }
        long groups = Math.min(rounded, Integer.MAX_VALUE) / ofGroup;
        return new RegNetStage(blocks, (int) (groups * ofGroup), (int) groups);
    }
}
