package dev.netwright.processor.check;

import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;

/** {@code @Vgg(ratio)} divides every block's channels without remainder. */
public final class RatioDividesChannels implements DeclarationCheck<VggDeclaration> {
    @Override
    public Report check(VggDeclaration vgg) {
        int ratio = vgg.ratio().value();
        return new Report(vgg.blocks().stream()
                .filter(block -> block.channels().value() % ratio != 0)
                .map(block -> finding(block, ratio))
                .toList());
    }

    private static Finding finding(VggDeclaration.Block block, int ratio) {
        int channels = block.channels().value();
        long above = (channels / ratio + 1L) * ratio;
        return Finding.of(
                Problem.RATIO,
                block.channels().origin(),
                channels + " channels can't be divided by ratio " + ratio,
                "set channels = " + above + ", or another ratio");
    }
}
