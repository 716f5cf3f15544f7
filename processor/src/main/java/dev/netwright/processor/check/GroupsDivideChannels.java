package dev.netwright.processor.check;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;

/** A layer's groups divide its input's and its own channels. */
public final class GroupsDivideChannels implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.GroupsDontDivide.class)
                .map(misfit -> finding(network, misfit))
                .toList());
    }

    /** Of two numbers of channels of which one may be tainted, that one if it is known, or else the other. */
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
                misfit.node().name() + " has " + groups + " groups for " + in + " channels in and " + out + " out",
                network.trail(misfit.node().input()),
                "set groups = " + Divisors.nearest(Divisors.greatestCommon(known(in, out), known(out, in)), groups)
                        + ", the nearest that divides both"
                        + (in.hasMultipleOf(groups)
                                ? ", or channels = " + Divisors.nearestMultiple(groups, out.least())
                                : ""));
    }
}
