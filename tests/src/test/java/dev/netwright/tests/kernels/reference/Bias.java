package dev.netwright.tests.kernels.reference;

import java.util.Optional;

/** A layer's bias, which is 0 where the layer has none. */
final class Bias {
    private final Optional<ParameterView> view;

    private Bias(Optional<ParameterView> view) {
        this.view = view;
    }

    static Bias of(String layer, ReferenceParameters parameters) {
        return new Bias(parameters.table().bias(layer).map(parameters::view));
    }

    double get(int o) {
        return view.map(bias -> bias.get(o)).orElse(0.0);
    }

    void addGradient(double gradient, int o) {
        view.ifPresent(bias -> bias.addGradient(gradient, o));
    }

    void fillGradient(double gradient) {
        view.ifPresent(bias -> bias.fillGradient(gradient));
    }
}
