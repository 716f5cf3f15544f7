package dev.netwright.processor.check;

import dev.netwright.operation.Add;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.shape.Misfit;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;

/** The inputs of a sum or a product have equal shapes, except gates, and those of a concatenation equal rows and columns. */
public final class InputsFitOneAnother implements NetworkCheck {
    @Override
    public Report check(ShapedNetwork network) {
        return new Report(network.misfits(Misfit.InputsDiffer.class)
                .map(misfit -> finding(network, misfit))
                .toList());
    }

    private static Finding finding(ShapedNetwork network, Misfit.InputsDiffer misfit) {
        int other = other(misfit);
        List<String> names = misfit.node().inputs();
        ShapeBounds first = misfit.inputs().get(0);
        ShapeBounds second = misfit.inputs().get(other);
        LayerForm layer = misfit.node().layer();
        String verb = layer instanceof Add.Form
                ? " adds "
                : layer instanceof Multiply.Form ? " multiplies " : " concatenates ";
        return new Finding(
                Problem.JOIN_SHAPES,
                misfit.node().origin(),
                misfit.node().name() + verb + names.get(0) + " of " + first + " and " + names.get(other) + " of "
                        + second,
                network.trail(names.get(0)) + "; " + network.trail(names.get(other)),
                fix(layer, names.get(0), first, names.get(other), second));
    }

    /** The first input that doesn't fit; a sum has two. */
    private static int other(Misfit.InputsDiffer misfit) {
        ShapeBounds first = misfit.inputs().get(0);
        for (int i = 1; i < misfit.inputs().size(); i++) {
            ShapeBounds shape = misfit.inputs().get(i);
            if (shape.isVector() != first.isVector()
                    || shape.rows().isApartFrom(first.rows())
                    || shape.columns().isApartFrom(first.columns())) {
                return i;
            }
        }
        return 1;
    }

    private static String fix(LayerForm layer, String left, ShapeBounds first, String right, ShapeBounds second) {
        String sameChannels =
                "give " + right + " " + first.channels() + " channels, or " + left + " " + second.channels();
        if (layer instanceof Multiply.Form && isGate(second)) {
            return sameChannels;
        }
        if (first.isVector() != second.isVector()) {
            return "flatten both, or none of them";
        }
        boolean areSidesEqual =
                first.rows().equals(second.rows()) && first.columns().equals(second.columns());
        if (areSidesEqual) {
            return sameChannels;
        }
        return "choose strides and padding that make " + right + " " + first.rows() + "x" + first.columns() + ", or "
                + left + " " + second.rows() + "x" + second.columns();
    }

    /** One number for each channel, which multiplies a whole map. */
    private static boolean isGate(ShapeBounds shape) {
        return shape.rows().equals(Interval.of(1)) && shape.columns().equals(Interval.of(1));
    }
}
