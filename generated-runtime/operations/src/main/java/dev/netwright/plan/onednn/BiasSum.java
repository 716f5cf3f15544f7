package dev.netwright.plan.onednn;

/**
 * The gradient of a bias when its sums are too long for the library's own code, computed from the means of
 * {@link Pieces}.
 */
final class BiasSum {
    private BiasSum() {}

    static void add(Pass pass, Tensor gradient) {
        Layout layout = Pieces.layout(gradient.layout());
        Tensor g = pass.in(layout, gradient);
        Pieces pieces = Pieces.of(layout);
        pass.needs(g, pass.scratch(pieces.vector(pieces.blocks())));
    }
}
