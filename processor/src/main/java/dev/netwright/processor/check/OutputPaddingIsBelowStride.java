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

/** Every {@code @TransposedConv} has an output padding below its stride: another one would be that of a larger input. */
public final class OutputPaddingIsBelowStride implements DeclarationCheck<NetworkDeclaration> {
    @Override
    public Report check(NetworkDeclaration network) {
        List<Finding> findings = new ArrayList<>();
        for (StageDeclaration stage : network.stages().value()) {
            for (StageLayer layer : stage.layers()) {
                if (layer instanceof StageLayer.Transposed transposed) {
                    check(transposed, findings);
                }
            }
        }
        return new Report(findings);
    }

    private static void check(StageLayer.Transposed transposed, List<Finding> findings) {
        WrittenNumber rows = transposed.outputPadding().height();
        WrittenNumber columns = transposed.outputPadding().width();
        boolean isTooHigh = reaches(rows, transposed.stride().height());
        if (isTooHigh) {
            findings.add(finding(rows, transposed.stride().height()));
        }
        // One number for both needs no second message.
        boolean isOther = !columns.equals(rows) || !isTooHigh;
        if (isOther && reaches(columns, transposed.stride().width())) {
            findings.add(finding(columns, transposed.stride().width()));
        }
    }

    private static boolean reaches(WrittenNumber padding, WrittenNumber stride) {
        return !padding.isTainted() && !stride.isTainted() && padding.value() >= stride.value();
    }

    private static Finding finding(WrittenNumber padding, WrittenNumber stride) {
        return Finding.of(
                Problem.TRANSPOSED_PADDING,
                padding.origin(),
                "found an output padding of " + padding.value() + " with a stride of " + stride.value(),
                "use an output padding of " + (stride.value() - 1) + " at most, or a stride of at least "
                        + (padding.value() + 1L));
    }
}
