package dev.netwright.processor.check;

import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;

/** {@code @Vgg(ratio)} divides every block's channels without remainder. */
public final class RatioDividesChannels implements DeclarationCheck<VggDeclaration> {
    @Override
    public Report check(VggDeclaration vgg) {
        if (vgg.ratio().isReplaced()) {
            return Report.CLEAN;
        }
        int ratio = vgg.ratio().value();
        return new Report(vgg.blocks().stream()
                .filter(block ->
                        !block.channels().isReplaced() && block.channels().value() % ratio != 0)
                .map(block -> finding(block, ratio))
                .toList());
    }

    private static Finding finding(VggDeclaration.Block block, int ratio) {
        int channels = block.channels().value();
        int below = channels - channels % ratio;
        long above = (long) below + ratio;
        boolean isBelow = below > 0 && (channels - below <= above - channels || above > Integer.MAX_VALUE);
        return Finding.of(
                Problem.RATIO,
                block.channels().origin(),
                "found " + channels + ", which ratio " + ratio + " doesn't divide",
                "set channels = " + (isBelow ? below : above) + ", or choose another ratio");
    }
}
