package dev.netwright.processor.check;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;

/** The number of a layer's groups divides its input and output channels. */
public final class GroupsDivideChannels implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.GroupsDontDivide.class)
                .map(misfit -> finding(network, misfit))
                .toList());
    }

    /** The first number of channels if it is known, or else the second; at most one of them is tainted. */
    private static int known(Interval channels, Interval others) {
        return channels.isExact() ? channels.least() : others.least();
    }

    private static Finding finding(ShapedNetwork network, Misfit.GroupsDontDivide misfit) {
        Interval in = misfit.input().channels();
        Interval out = misfit.output().channels();
        int groups = misfit.node().layer().groups();
        return new Finding(
                Problem.GROUPS,
                misfit.node().partOrigin(),
                misfit.node().name() + " has " + groups + " groups for " + in + " input and " + out
                        + " output channels",
                network.trail(misfit.node().input()),
                "set groups = " + Divisors.nearest(Divisors.greatestCommon(known(in, out), known(out, in)), groups)
                        + ", the nearest number that divides both"
                        + (in.hasMultipleOf(groups)
                                ? ", or channels = " + Divisors.nearestMultiple(groups, out.least())
                                : ""));
    }
}
