package dev.netwright.tests.pages;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.report.TorchinfoTable;
import dev.netwright.runtime.summary.LayerFacts;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a column of {@link PageTables} says of networks, computed from their classes. */
final class NetworkColumn {
    static final String INPUT = "input";
    static final String PARAMETERS = "parameters";

    private static final Predicate<Parameter> BIAS =
            parameter -> parameter.name().endsWith(".bias");

    private static final Map<String, Function<Class<?>, String>> ALL = Map.of(
            INPUT,
            network -> type(network).structure().images().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("x")),
            PARAMETERS,
            network -> constant(network, "PARAMETERS"),
            "running statistics",
            network -> constant(network, "RUNNING_STATISTICS"),
            "multiply-adds",
            network -> constant(network, "FORWARD_MACS"),
            "receptive field",
            network -> constant(network, "RECEPTIVE_FIELD"),
            "forward/backward MB",
            network -> torchinfo(network, "Forward/backward pass size (MB): "),
            "parameters MB",
            network -> torchinfo(network, "Params size (MB): "),
            "fully connected",
            NetworkColumn::shareOfLinearLayers,
            "weights",
            network -> grouped(size(network, BIAS.negate())),
            "biases",
            network -> grouped(size(network, BIAS)));

    private NetworkColumn() {}

    static Function<Class<?>, String> named(String column) {
        Function<Class<?>, String> found = ALL.get(column);
        if (found == null) {
            throw new AssertionError(column + " is none of the columns " + ALL.keySet());
        }
        return found;
    }

    private static NetworkType<?> type(Class<?> network) {
        return NetworkType.named(network.getName());
    }

    private static String constant(Class<?> network, String name) {
        try {
            return grouped(network.getField(name).getLong(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(network.getName(), e);
        }
    }

    /** The end of a line below torchinfo's table for one image. */
    private static String torchinfo(Class<?> network, String begin) {
        return TorchinfoTable.of(type(network).structure(), 1).lines().stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String shareOfLinearLayers(Class<?> network) {
        long linear = type(network)
                .structure()
                .layers()
                .filter(layer -> layer.kind().equals("Linear"))
                .mapToLong(LayerFacts::parameters)
                .sum();
        return String.format(
                Locale.ROOT,
                "%.1f %%",
                100.0 * linear / type(network).structure().parameters());
    }

    private static long size(Class<?> network, Predicate<Parameter> which) {
        return type(network).parameters().parameters().stream()
                .filter(which)
                .mapToLong(Parameter::size)
                .sum();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
