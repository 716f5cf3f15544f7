package dev.netwright.processor.check;

import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;

/** The number of parts divides the channels of which a layer takes one part. */
public final class PartsDivideChannels implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.PartsDontDivide.class)
                .map(misfit -> finding(network, misfit))
                .toList());
    }

    private static Finding finding(ShapedNetwork network, Misfit.PartsDontDivide misfit) {
        ChannelSplit.Form split = (ChannelSplit.Form) misfit.node().layer();
        Interval channels = misfit.input().channels();
        return new Finding(
                Problem.PARTS,
                misfit.node().partOrigin(),
                misfit.node().name() + " takes one of " + split.parts() + " parts of " + channels + " channels",
                network.trail(misfit.node().input()),
                fix(split, channels));
    }

    private static String fix(ChannelSplit.Form split, Interval channels) {
        int parts = channels.isExact() ? Divisors.nearest(channels.least(), split.parts()) : 1;
        String fix = "set parts = " + parts + ", the nearest number that divides the channels";
        return split.part() < parts ? fix : fix + ", and part = " + (parts - 1);
    }
}
