package dev.netwright.runtime.kernel;

import dev.netwright.operation.EarlierNames;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Factors of the learning rate for the parameters of some layers. A factor counts for every parameter whose name is
 * its prefix, or goes on after it with a dot or an underscore: {@code layer4} stands for {@code layer4.0.conv1.weight},
 * and not for {@code layer40.weight}. Where several prefixes fit, the longest counts.
 *
 * @param factors a factor above 0 and finite as a float by prefix
 */
public record LayerRates(SortedMap<String, Double> factors) {
    /** The same learning rate for every layer. */
    public static final LayerRates NONE = new LayerRates(new TreeMap<>());

    /**
     * Copies the map and checks it.
     *
     * @param factors a factor above 0 and finite as a float by prefix
     * @throws IllegalArgumentException if a factor is out of range, or a prefix is empty
     */
    public LayerRates {
        factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        factors.forEach((prefix, factor) -> {
            if (prefix.isBlank()) {
                throw new IllegalArgumentException("rate(...) needs the name of a layer, found a blank one");
            }
            FloatRange.requirePositive("the factor of the learning rate of " + prefix, factor);
        });
    }

    /**
     * Adds a factor, or replaces that of the same prefix.
     *
     * @param prefix how the parameters' names begin
     * @param factor above 0 and finite as a float
     * @return a changed copy
     * @throws IllegalArgumentException if the factor is out of range, or the prefix is blank
     */
    public LayerRates with(String prefix, double factor) {
        SortedMap<String, Double> more = new TreeMap<>(factors);
        more.put(prefix, factor);
        return new LayerRates(more);
    }

    /**
     * The factor of a parameter's learning rate.
     *
     * @param parameter any trainable tensor
     * @return 1 unless a prefix fits
     */
    public double of(Parameter parameter) {
        double factor = 1;
        int length = 0;
        for (Map.Entry<String, Double> entry : factors.entrySet()) {
            if (entry.getKey().length() > length && fits(entry.getKey(), parameter)) {
                factor = entry.getValue();
                length = entry.getKey().length();
            }
        }
        return factor;
    }

    /**
     * Prefixes that fit no trainable tensor of a network.
     *
     * @param table the network's tensors
     * @return in alphabetical order
     */
    public List<String> unfit(ParameterTable table) {
        return factors.keySet().stream()
                .filter(prefix -> table.parameters().stream().noneMatch(parameter -> fits(prefix, parameter)))
                .toList();
    }

    private static boolean fits(String prefix, Parameter parameter) {
        String name = underscored(parameter.name());
        String beginning = underscored(prefix);
        return name.equals(beginning) || name.startsWith(beginning + "_");
    }

    /** Names of layers have underscores where names of tensors have dots; a block's number has a name of its own. */
    private static String underscored(String name) {
        return EarlierNames.earlier(name).replace('.', '_');
    }

    /** {@return the factors as the command line has them: {@code layer4=0.1,fc=2.0}} */
    @Override
    public String toString() {
        return factors.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
