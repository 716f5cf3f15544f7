package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/** {@code @RegNet} as written. */
public record RegNetDeclaration(
        InputDeclaration input,
        WrittenNumber classes,
        WrittenNumber stem,
        WrittenNumber depth,
        WrittenNumber w0,
        Written<Double> wa,
        Written<Double> wm,
        WrittenNumber groupWidth,
        Written<Double> squeezeExcite,
        BatchNormDeclaration norm,
        LossDeclaration loss,
        Origin origin) {
    private static final int MOST_BLOCKS = 100;
    private static final int LEAST_WIDTH = 8;

    /** Reads {@code @RegNet}. */
    public static RegNetDeclaration read(AttributeReader regNet) {
        LossDeclaration loss = LossDeclaration.read(regNet);
        return new RegNetDeclaration(
                InputDeclaration.read(regNet.nested("input")),
                regNet.integer("classes", loss.leastOutputs()),
                regNet.integer("stem", 1),
                regNet.integer("depth", 1, MOST_BLOCKS),
                regNet.integer("w0", LEAST_WIDTH),
                regNet.atLeastZero("wa"),
                regNet.aboveOne("wm"),
                regNet.integer("groupWidth", 1),
                regNet.probability("squeezeExcite"),
                BatchNormDeclaration.read(regNet.nested("norm")),
                loss,
                regNet.origin());
    }

    /** Whether one of the numbers that the widths follow from is tainted. */
    public boolean hasTaintedWidths() {
        return depth.isTainted() || w0.isTainted() || wa.isTainted() || wm.isTainted() || groupWidth.isTainted();
    }
}
