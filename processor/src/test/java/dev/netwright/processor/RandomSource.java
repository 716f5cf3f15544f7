package dev.netwright.processor;

import dev.netwright.processor.SpecCompiler.Source;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** A random spec that is valid except that windows may not fit, with sizes and sums as in the textbook. */
interface RandomSource {
    /** The spec under a name. */
    Source source(String interfaceName);

    /** Whether every window fits. */
    boolean fits();

    /** Name and shape of each layer that isn't an activation, as in {@code c1 [N, 6, 28, 28]}. */
    List<String> rows();

    /** The declarations of the three constants that don't depend on the plan. */
    List<String> constants();

    /** Those declarations. */
    static List<String> constants(BigInteger parameters, BigInteger multiplyAdds, long receptiveField) {
        return List.of(
                "PARAMETERS = " + literal(parameters),
                "FORWARD_MACS = " + literal(multiplyAdds),
                "RECEPTIVE_FIELD = " + literal(BigInteger.valueOf(receptiveField)));
    }

    private static String literal(BigInteger value) {
        return value.compareTo(BigInteger.valueOf(10_000)) < 0
                ? value + "L"
                : String.format(Locale.ROOT, "%,d", value).replace(',', '_') + "L";
    }
}
