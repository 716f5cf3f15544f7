package dev.netwright.runtime.checkpoint;

import java.util.List;
import java.util.Map;

/** A network of three small tensors, as the generated class of a spec would describe it. */
final class SmallNetwork {
    static final NetworkIdentity IDENTITY = new NetworkIdentity("com.example.Small", "0123456789abcdef".repeat(4));

    static final NamedShape WEIGHT = NamedShape.of("stem.weight", 2, 1, 1, 2);
    static final NamedShape BIAS = NamedShape.of("stem.bias", 2);
    static final NamedShape MEAN = NamedShape.of("stem.norm.running_mean", 2);

    static final ExpectedNetwork EXPECTED = new ExpectedNetwork(IDENTITY, List.of(WEIGHT, BIAS, MEAN));

    static final WeightsMetadata METADATA = new WeightsMetadata(
            List.of("T-shirt", "Ankle \"boot\"", "包"), Map.of("input.mean", "[0.5]", "author", "é"));

    private SmallNetwork() {}

    static Weights weights() {
        return weights(1.5f, -2f, 0f, 1e-30f);
    }

    /** The weights, with these four values in {@link #WEIGHT}. */
    static Weights weights(float... weight) {
        return new Weights(
                IDENTITY,
                METADATA,
                List.of(entry(WEIGHT, weight), entry(BIAS, 0.25f, -0f), entry(MEAN, 3f, Float.MIN_VALUE)));
    }

    static TensorEntry entry(NamedShape tensor, float... values) {
        return new TensorEntry(tensor, target -> System.arraycopy(values, 0, target, 0, values.length));
    }
}
