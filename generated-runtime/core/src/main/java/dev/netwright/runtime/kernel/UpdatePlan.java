package dev.netwright.runtime.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An optimizer's step over a network: gradients are clipped, then {@code l2 p} is added to them where a parameter decays, then the rule changes
 * the parameters.
 *
 * @param rule the formula
 * @param l2 coupled weight decay, 0 for none
 * @param decayed which parameters decay, coupled or by the rule itself
 * @param clipping of all gradients together
 * @param frozen layers whose parameters stay as they are; the optimizer keeps nothing for them
 */
public record UpdatePlan(
        UpdateRule rule, double l2, DecayedParameters decayed, GradientClipping clipping, FrozenLayers frozen) {
    /** A rule for all parameters and nothing besides. */
    public static UpdatePlan of(UpdateRule rule) {
        return new UpdatePlan(rule, 0, DecayedParameters.ALL, GradientClipping.NONE, FrozenLayers.NONE);
    }

    /**
     * Consecutive parameters that are treated alike.
     *
     * @param rule their formula
     * @param l2 their coupled weight decay
     * @param parameters at least one, in the order in which they lie in memory
     */
    public record Stretch(UpdateRule rule, double l2, List<Parameter> parameters) {
        /** Copies the list. */
        public Stretch {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * The order in which parameters should lie in memory so that {@link #stretches} are few: weights, then the others, as the decay may be
     * for weights alone.
     */
    public static List<Parameter> memoryOrder(List<Parameter> parameters) {
        return parameters.stream()
                .sorted(Comparator.comparing(
                        (Parameter parameter) -> parameter.role().isWeight() ? 0 : 1))
                .toList();
    }

    /** The parameters that change, in as few stretches as their order allows. */
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

    /** What an optimizer that keeps such kinds of numbers has for the parameters of a network. */
    public List<OptimizerState> states(List<String> kinds, ParameterTable table) {
        return table.parameters().stream()
                .filter(parameter -> !isFrozen(parameter))
                .flatMap(parameter -> kinds.stream().map(kind -> new OptimizerState(kind, parameter)))
                .toList();
    }

    /** Numbers that an optimizer keeps for a network. */
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
        return !isFrozen(next) && sameDecay;
    }

    private boolean decays() {
        return l2 > 0 || !rule.equals(rule.withoutDecay());
    }

    private Stretch stretch(List<Parameter> parameters) {
        return decayed.has(parameters.get(0))
                ? new Stretch(rule, l2, parameters)
                : new Stretch(rule.withoutDecay(), 0, parameters);
    }
}
