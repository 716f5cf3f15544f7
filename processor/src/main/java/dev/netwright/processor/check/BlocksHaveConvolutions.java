package dev.netwright.processor.check;

import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;

/** Every {@code @Vgg.Block} has a convolution. */
public final class BlocksHaveConvolutions implements DeclarationCheck<VggDeclaration> {
    @Override
    public Report check(VggDeclaration vgg) {
        return new Report(vgg.blocks().value().stream()
                .filter(block -> isZero(block.convs()) && isZero(block.pointwise()))
                .map(block -> Finding.of(
                        Problem.EMPTY_BLOCK,
                        block.origin(),
                        "found 0 convs and 0 pointwise",
                        "set convs = 1, or remove the block"))
                .toList());
    }

    private static boolean isZero(WrittenNumber count) {
        return count.value() == 0 && !count.isTainted();
    }
}
