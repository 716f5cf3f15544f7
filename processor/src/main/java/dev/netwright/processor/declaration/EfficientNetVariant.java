package dev.netwright.processor.declaration;

/** The networks of Tan and Le (2019 and 2021), with torchvision's numbers. */
@SuppressWarnings("ImmutableEnumChecker") // Its list is one of List.of.
public enum EfficientNetVariant {
    B0(EfficientNetTable.B, 1.0, 1.0, 224, 0.2, 1e-5, 0.1),
    B1(EfficientNetTable.B, 1.0, 1.1, 240, 0.2, 1e-5, 0.1),
    B2(EfficientNetTable.B, 1.1, 1.2, 260, 0.3, 1e-5, 0.1),
    B3(EfficientNetTable.B, 1.2, 1.4, 300, 0.3, 1e-5, 0.1),
    B4(EfficientNetTable.B, 1.4, 1.8, 380, 0.4, 1e-5, 0.1),
    B5(EfficientNetTable.B, 1.6, 2.2, 456, 0.4, 0.001, 0.01),
    B6(EfficientNetTable.B, 1.8, 2.6, 528, 0.5, 0.001, 0.01),
    B7(EfficientNetTable.B, 2.0, 3.1, 600, 0.5, 0.001, 0.01),
    V2_S(EfficientNetTable.V2_S, 1.0, 1.0, 384, 0.2, 0.001, 0.1),
    V2_M(EfficientNetTable.V2_M, 1.0, 1.0, 480, 0.3, 0.001, 0.1),
    V2_L(EfficientNetTable.V2_L, 1.0, 1.0, 480, 0.4, 0.001, 0.1);

    private final EfficientNetTable table;
    private final double width;
    private final double depth;
    private final int size;
    private final double dropout;
    private final double epsilon;
    private final double momentum;

    EfficientNetVariant(
            EfficientNetTable table,
            double width,
            double depth,
            int size,
            double dropout,
            double epsilon,
            double momentum) {
        this.table = table;
        this.width = width;
        this.depth = depth;
        this.size = size;
        this.dropout = dropout;
        this.epsilon = epsilon;
        this.momentum = momentum;
    }

    /** Its stages before its factors. */
    public EfficientNetTable table() {
        return table;
    }

    /** The factor of the table's channels. */
    public double width() {
        return width;
    }

    /** The factor of the table's blocks. */
    public double depth() {
        return depth;
    }

    /** Rows and columns of an image. */
    public int size() {
        return size;
    }

    /** The rate of the dropout before the classifier. */
    public double dropout() {
        return dropout;
    }

    /** Of batch norms. */
    public double epsilon() {
        return epsilon;
    }

    /** Of batch norms. */
    public double momentum() {
        return momentum;
    }
}
