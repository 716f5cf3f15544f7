package dev.netwright.processor.network;

import dev.netwright.processor.declaration.HiddenDeclaration;
import dev.netwright.processor.declaration.Written;
import java.util.List;

/**
 * The fully connected end of a network: hidden layers with ReLU and dropout, and the layer that gives the classes. The layers are
 * numbered on from the convolutions: fc6, drop6, fc7.
 *
 * @param place the constant's name in {@code DropoutPlace}
 */
record HiddenLayers(List<HiddenDeclaration> hidden, String place) {
    /** Adds the block {@code classifier}, whose first layer has number {@code first}. */
    void appendTo(GraphBuilder graph, int first, Written<Integer> classes) {
        int number = first;
        for (HiddenDeclaration layer : hidden) {
            String name = "fc" + number;
            dropout(graph, "BEFORE_LINEAR", number, layer);
            graph.then(
                    name, new Layer.Linear(layer.units().value()), layer.units().origin());
            dropout(graph, "BEFORE_ACTIVATION", number, layer);
            graph.activation(name, ActivationFunction.RELU, layer.units().origin());
            dropout(graph, "AFTER_ACTIVATION", number, layer);
            number++;
        }
        graph.then("fc" + number, new Layer.Linear(classes.value()), classes.origin());
        graph.endBlock("classifier");
    }

    private void dropout(GraphBuilder graph, String here, int number, HiddenDeclaration layer) {
        if (place.equals(here)) {
            graph.dropout("drop" + number, layer.dropout(), layer.units().origin());
        }
    }
}
