package dev.netwright.processor.check;

import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every window of a {@code @Network}'s pools covers at least one pixel of the image; PyTorch has the same rule. */
public final class PoolPaddingIsAtMostHalf implements DeclarationCheck<NetworkDeclaration> {
    @Override
    public Report check(NetworkDeclaration network) {
        List<Finding> findings = new ArrayList<>();
        StageDeclaration.interfaces(network.stages().value())
                .flatMap(List::stream)
                .flatMap(stage -> stage.layers().stream())
                .flatMap(layer -> layer instanceof StageLayer.WindowedPool pool ? Stream.of(pool) : Stream.empty())
                .forEach(pool -> check(pool, findings));
        return new Report(findings).withoutRepetition();
    }

    private static void check(StageLayer.WindowedPool pool, List<Finding> findings) {
        boolean isTooHigh = isTooLarge(pool.padding().height(), pool.kernel().height());
        if (isTooHigh) {
            findings.add(finding(pool.padding().height(), pool.kernel().height()));
        }
        // One number for both needs no second message.
        boolean isOther = !pool.padding().width().equals(pool.padding().height()) || !isTooHigh;
        if (isOther && isTooLarge(pool.padding().width(), pool.kernel().width())) {
            findings.add(finding(pool.padding().width(), pool.kernel().width()));
        }
    }

    private static boolean isTooLarge(WrittenNumber padding, WrittenNumber kernel) {
        return !padding.isTainted() && !kernel.isTainted() && padding.value() > kernel.value() / 2;
    }

    private static Finding finding(WrittenNumber padding, WrittenNumber kernel) {
        return Finding.of(
                Problem.POOL_PADDING,
                padding.origin(),
                "found " + padding.value() + " for a window of " + kernel.value(),
                "pad by " + kernel.value() / 2 + " at most, or use a kernel of at least " + 2L * padding.value());
    }
}
