package dev.netwright.runtime.onnx;

import dev.netwright.operation.Interpolation;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Upsample;
import java.util.List;

/** An upsampling by whole factors in ONNX; for other factors runtimes would multiply sizes by rounded numbers. */
record ResizeNode(Upsample operation) {
    private static final String NO_REGION = "";

    String addTo(GraphNodes nodes, String layer, String image) {
        Shape in = operation.input().shape();
        Shape out = operation.output().shape();
        int rows = out.height() / in.height();
        int columns = out.width() / in.width();
        String factors = nodes.constant(layer + "_factors", List.of(4), new float[] {1, 1, rows, columns});
        GraphNodes.Node node = nodes.node("Resize", layer, List.of(image, NO_REGION, factors))
                .text("mode", operation.interpolation() == Interpolation.NEAREST ? "nearest" : "linear")
                .text("coordinate_transformation_mode", coordinates());
        return (operation.interpolation() == Interpolation.NEAREST ? node.text("nearest_mode", "floor") : node).add();
    }

    private String coordinates() {
        return switch (operation.interpolation()) {
            case NEAREST -> "asymmetric";
            case BILINEAR -> "half_pixel";
            case BILINEAR_BETWEEN_CORNERS -> "align_corners";
        };
    }
}
