package dev.netwright.runtime.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An optimizer's step over a network: clips the gradients, adds {@code l2 p} to the gradient of each parameter that
 * decays, and applies the rule.
 *
 * @param rule the optimizer's formula
 * @param l2 coupled weight decay, at least 0; 0 for none
 * @param decayed which parameters decay, by {@code l2} or by the rule's own decay
 * @param clipping the limit for all gradients together
 * @param frozen layers whose parameters don't change; the optimizer keeps no states for them
 * @param rates factors of the learning rate for single layers
 */
public record UpdatePlan(
        UpdateRule rule,
        double l2,
        DecayedParameters decayed,
        GradientClipping clipping,
        FrozenLayers frozen,
        LayerRates rates) {
    /**
     * A plan with one learning rate for all layers.
     *
     * @param rule the optimizer's formula
     * @param l2 coupled weight decay, at least 0; 0 for none
     * @param decayed which parameters decay, by {@code l2} or by the rule's own decay
     * @param clipping the limit for all gradients together
     * @param frozen layers whose parameters don't change; the optimizer keeps no states for them
     */
    public UpdatePlan(
            UpdateRule rule, double l2, DecayedParameters decayed, GradientClipping clipping, FrozenLayers frozen) {
        this(rule, l2, decayed, clipping, frozen, LayerRates.NONE);
    }

    /**
     * A rule for all parameters, without coupled weight decay, clipping and frozen layers.
     *
     * @param rule the optimizer's formula
     * @return the plan
     */
    public static UpdatePlan of(UpdateRule rule) {
        return new UpdatePlan(rule, 0, DecayedParameters.ALL, GradientClipping.NONE, FrozenLayers.NONE);
    }

    /**
     * Consecutive parameters in memory that one call of a rule can update.
     *
     * @param rule the formula, without its own decay where the parameters don't decay
     * @param l2 the parameters' coupled weight decay, 0 for none
     * @param rateFactor the factor of the learning rate, above 0
     * @param parameters at least one, in memory order
     */
    public record Stretch(UpdateRule rule, double l2, double rateFactor, List<Parameter> parameters) {
        /**
         * Copies the list.
         *
         * @param rule the formula, without its own decay where the parameters don't decay
         * @param l2 the parameters' coupled weight decay, 0 for none
         * @param rateFactor the factor of the learning rate, above 0
         * @param parameters at least one, in memory order
         */
        public Stretch {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * The order of parameters in memory that gives the fewest {@link #stretches}: weights first, since weight decay may
     * be limited to weights.
     *
     * @param parameters in the network's order
     * @return the same parameters, weights before the others
     */
    public static List<Parameter> memoryOrder(List<Parameter> parameters) {
        return parameters.stream()
                .sorted(Comparator.comparing(
                        (Parameter parameter) -> parameter.role().isWeight() ? 0 : 1))
                .toList();
    }

    /**
     * Splits the parameters that change into the fewest stretches that their order allows.
     *
     * @param inMemoryOrder all trainable parameters
     * @return the stretches in memory order; empty if every layer is frozen
     */
    public List<Stretch> stretches(List<Parameter> inMemoryOrder) {
        List<Stretch> stretches = new ArrayList<>();
        List<Parameter> open = new ArrayList<>();
        for (Parameter parameter : inMemoryOrder) {
            if (!open.isEmpty() && !isTreatedAs(open.get(0), parameter)) {
                stretches.add(stretch(open));
                open.clear();
            }
            if (!isFrozen(parameter)) {
                open.add(parameter);
            }
        }
        if (!open.isEmpty()) {
            stretches.add(stretch(open));
        }
        return stretches;
    }

    /**
     * The states that an optimizer keeps for a network.
     *
     * @param kinds the optimizer's kinds, see {@link UpdateRule#kinds}
     * @param table the network's tensors
     * @return for each trainable parameter that isn't frozen, one state of each kind
     */
    public List<OptimizerState> states(List<String> kinds, ParameterTable table) {
        return table.parameters().stream()
                .filter(parameter -> !isFrozen(parameter))
                .flatMap(parameter -> kinds.stream().map(kind -> new OptimizerState(kind, parameter)))
                .toList();
    }

    /**
     * Number of values in all states that the rule keeps for a network.
     *
     * @param table the network's tensors
     * @return 0 for plain gradient descent
     */
    public long stateSize(ParameterTable table) {
        return rule.states()
                * table.parameters().stream()
                        .filter(parameter -> !isFrozen(parameter))
                        .mapToLong(Parameter::size)
                        .sum();
    }

    private boolean isFrozen(Parameter parameter) {
        return frozen.has(parameter.layer());
    }

    private boolean isTreatedAs(Parameter first, Parameter next) {
        boolean sameDecay = !decays() || decayed.has(first) == decayed.has(next);
        boolean sameRate = rates.of(first) == rates.of(next);
        return !isFrozen(next) && sameDecay && sameRate && !rule.isLayerwise();
    }

    private boolean decays() {
        return l2 > 0 || !rule.equals(rule.withoutDecay());
    }

    private Stretch stretch(List<Parameter> parameters) {
        double factor = rates.of(parameters.get(0));
        return decayed.has(parameters.get(0))
                ? new Stretch(rule, l2, factor, parameters)
                : new Stretch(rule.withoutDecay(), 0, factor, parameters);
    }
}
