package dev.netwright.processor.check;

import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;

/** Every {@code @Vgg.Block} has a convolution. */
public final class BlocksHaveConvolutions implements DeclarationCheck<VggDeclaration> {
    @Override
    public Report check(VggDeclaration vgg) {
        return new Report(vgg.blocks().stream()
                .filter(block -> block.convs() + block.pointwise() == 0)
                .map(block -> Finding.of(
                        Problem.EMPTY_BLOCK,
                        block.origin(),
                        "convs and pointwise are both 0",
                        "set convs = 1, or remove the block"))
                .toList());
    }
}
