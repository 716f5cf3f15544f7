package dev.netwright.processor.check;

import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;

/** {@code @Vgg(ratio)} divides every block's channels without remainder. */
public final class RatioDividesChannels implements DeclarationCheck<VggDeclaration> {
    @Override
    public Report check(VggDeclaration vgg) {
        if (vgg.ratio().isTainted()) {
            return Report.CLEAN;
        }
        int ratio = vgg.ratio().value();
        int common = vgg.blocks().value().stream()
                .filter(block -> !block.channels().isTainted())
                .mapToInt(block -> block.channels().value())
                .reduce(0, Divisors::greatestCommon);
        return new Report(vgg.blocks().value().stream()
                .filter(block ->
                        !block.channels().isTainted() && block.channels().value() % ratio != 0)
                .map(block -> finding(block, ratio, common))
                .toList());
    }

    private static Finding finding(VggDeclaration.Block block, int ratio, int common) {
        int channels = block.channels().value();
        return Finding.of(
                Problem.RATIO,
                block.channels().origin(),
                "found " + channels + ", which ratio " + ratio + " doesn't divide",
                "set channels = " + Divisors.nearestMultiple(ratio, channels) + ", or ratio = "
                        + Divisors.nearest(common, ratio) + ", which divides the channels of all blocks");
    }
}
