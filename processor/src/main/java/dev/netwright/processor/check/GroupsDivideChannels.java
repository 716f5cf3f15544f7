package dev.netwright.processor.check;

import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;
import java.math.BigInteger;
import java.util.Set;

/** A convolution's groups divide its input's and its own channels. */
public final class GroupsDivideChannels implements NetworkCheck {
    @Override
    public Set<String> attributes() {
        return Set.of("groups", "channels", "expansion", "layers", "growth", "c1x1", "c3x3", "c5x5", "pool");
    }

    @Override
    public Report check(ShapedNetwork network) {
        return network.misfit().orElse(null) instanceof Misfit.GroupsDontDivide misfit
                ? Report.of(finding(network, misfit))
                : Report.CLEAN;
    }

    private static Finding finding(ShapedNetwork network, Misfit.GroupsDontDivide misfit) {
        int in = misfit.input().channels();
        int out = misfit.layer().channels();
        int most = BigInteger.valueOf(in).gcd(BigInteger.valueOf(out)).intValueExact();
        return new Finding(
                Problem.GROUPS,
                misfit.node().origin(),
                misfit.node().name() + " has " + misfit.layer().groups() + " groups for " + in + " channels in and "
                        + out + " out",
                network.trail(misfit.node().name()),
                "set groups to a divisor of " + most);
    }
}
