package dev.netwright.plan.onednn;

/** The gradient of a bias where the library's own sum would be long: the means of pieces. */
final class BiasSum {
    private BiasSum() {}

    static void add(Pass pass, Tensor gradient) {
        Layout layout = Pieces.layout(gradient.layout());
        Tensor g = pass.in(layout, gradient);
        Pieces pieces = Pieces.of(layout);
        pass.needs(g, pass.scratch(pieces.vector(pieces.blocks())));
    }
}
