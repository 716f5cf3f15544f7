package dev.netwright.processor.check;

import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Origin;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.List;

/** Every {@code @Upsample} has a factor or a size, and aligns corners in bilinear mode only; PyTorch has the same rules. */
public final class UpsamplingsHaveOneSize implements DeclarationCheck<NetworkDeclaration> {
    @Override
    public Report check(NetworkDeclaration network) {
        List<Finding> findings = new ArrayList<>();
        for (StageDeclaration stage : network.stages().value()) {
            for (StageLayer layer : stage.layers()) {
                if (layer instanceof StageLayer.Upsampling upsampling) {
                    checkSize(upsampling, findings);
                    checkCorners(upsampling, findings);
                }
            }
        }
        return new Report(findings);
    }

    private static void checkSize(StageLayer.Upsampling upsampling, List<Finding> findings) {
        WrittenNumber height = upsampling.height();
        WrittenNumber width = upsampling.width();
        if (height.isTainted() || width.isTainted()) {
            return;
        }
        if (upsampling.hasFactor() && upsampling.hasSize()) {
            findings.add(finding(
                    upsampling.factor().origin(),
                    "found a factor and a size of " + height.value() + "x" + width.value(),
                    "remove factor, or height and width"));
        } else if (!upsampling.hasFactor() && !upsampling.hasSize()) {
            findings.add(finding(upsampling.origin(), "found neither a factor nor a size", "set factor = 2"));
        } else if (!upsampling.hasFactor() && (height.value() == 0 || width.value() == 0)) {
            boolean hasHeight = height.value() > 0;
            WrittenNumber given = hasHeight ? height : width;
            findings.add(finding(
                    given.origin(),
                    "found a " + (hasHeight ? "height" : "width") + " alone",
                    "set " + (hasHeight ? "width = " : "height = ") + given.value() + " as well"));
        }
    }

    private static void checkCorners(StageLayer.Upsampling upsampling, List<Finding> findings) {
        boolean aligns = !upsampling.alignsCorners().isTainted()
                && upsampling.alignsCorners().value();
        if (aligns
                && !upsampling.mode().isTainted()
                && !upsampling.mode().value().equals("BILINEAR")) {
            findings.add(finding(
                    upsampling.alignsCorners().origin(),
                    "found alignCorners in mode " + upsampling.mode().value(),
                    "remove alignCorners, or set mode = Interpolation.BILINEAR"));
        }
    }

    private static Finding finding(Origin origin, String found, String fix) {
        return Finding.of(Problem.UPSAMPLING, origin, found, fix);
    }
}
