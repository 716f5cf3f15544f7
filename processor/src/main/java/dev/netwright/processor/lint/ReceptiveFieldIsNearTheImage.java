package dev.netwright.processor.lint;

import dev.netwright.operation.ReceptiveField;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNode;
import java.util.List;

/** The receptive field of the last spatial layer is at most four times as high or wide as the image. */
final class ReceptiveFieldIsNearTheImage implements LintRule {
    private static final long MOST = 4;

    @Override
    public Lint lint() {
        return Lint.RF_LARGE;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        ShapedNode output = spec.network().node(spec.network().graph().output());
        ReceptiveField seen = output.receptiveField();
        Shape images = spec.network().images();
        return seen.height() > MOST * images.height() || seen.width() > MOST * images.width()
                ? List.of(Advice.of(
                        lint(),
                        spec.network().graph().inputOrigin(),
                        "the last spatial layer's values see " + seen.height() + "x" + seen.width()
                                + " pixels of images of " + images.height() + "x" + images.width()
                                + ", and the rest is padding",
                        "use larger images, or fewer layers and strides"))
                : List.of();
    }
}
