package dev.netwright.processor.network;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.processor.declaration.HiddenDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;
import java.util.List;

/**
 * The fully connected end of a network: hidden layers with ReLU and dropout, and the layer that outputs the class
 * scores. Their numbers continue those of the convolutions: fc6, drop6, fc7.
 *
 * @param place the constant's name in {@code DropoutPlace}
 */
record HiddenLayers(Written<List<HiddenDeclaration>> hidden, Written<String> place) {
    /** Adds the block {@code classifier}, whose first layer has number {@code first}. */
    void appendTo(GraphBuilder graph, int first, WrittenNumber classes) {
        int number = first;
        graph.gapIf(hidden, Gap.OF_ALL);
        for (HiddenDeclaration layer : hidden.value()) {
            String name = "fc" + number;
            dropout(graph, "BEFORE_LINEAR", number, layer);
            graph.linear(name, layer.units());
            dropout(graph, "BEFORE_ACTIVATION", number, layer);
            graph.activation(name, ActivationFunction.RELU, layer.units().origin());
            dropout(graph, "AFTER_ACTIVATION", number, layer);
            graph.gapIf(hidden, Gap.OF_ALL);
            number++;
        }
        graph.linear("fc" + number, classes);
        graph.endBlock("classifier");
    }

    private void dropout(GraphBuilder graph, String here, int number, HiddenDeclaration layer) {
        if (place.value().equals(here)) {
            graph.dropout("drop" + number, layer.dropout(), layer.units().origin());
        }
    }
}
