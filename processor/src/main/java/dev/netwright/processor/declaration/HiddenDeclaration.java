package dev.netwright.processor.declaration;

import java.util.List;

/** A hidden fully connected layer with dropout, as in {@code @Vgg.Hidden} and similar annotations. */
public record HiddenDeclaration(WrittenNumber units, Written<Double> dropout) {
    private static final int MOST = 50;

    /** Reads the hidden layers of a family. */
    static Written<List<HiddenDeclaration>> readAll(AttributeReader family) {
        return family.array(
                "hidden",
                0,
                MOST,
                hidden -> new HiddenDeclaration(hidden.integer("units", 1), hidden.probability("dropout")));
    }
}
