package dev.netwright.processor.lint;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import dev.netwright.processor.diagnostics.OptionOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processor's options on lints. {@code -Anetwright.lint} is javac's {@code -Xlint}: {@code all}, {@code none}, a lint's name
 * to tell it, a name behind a minus sign not to; what isn't named is as by default, and the order doesn't matter.
 *
 * @param told the lints that are wanted
 * @param memory the budget of {@code -Anetwright.memory}, if there is one
 * @param faults what in the options means nothing
 */
public record LintOptions(Set<Lint> told, Optional<MemoryBudget> memory, List<Advice> faults) {
    private static final String LINT = "netwright.lint";
    private static final String MEMORY = "netwright.memory";

    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final List<String> SHORT_NAMES =
            Arrays.stream(Lint.values()).map(Lint::shortName).toList();

    /** The options' names. */
    public static final Set<String> NAMES = Set.of(LINT, MEMORY);

    /** Copies the collections. */
    public LintOptions {
        told = Collections.unmodifiableSet(told.isEmpty() ? EnumSet.noneOf(Lint.class) : EnumSet.copyOf(told));
        faults = List.copyOf(faults);
    }

    /** Reads the options among those of a compiler, where one without a value has null. */
    public static LintOptions of(Map<String, String> options) {
        List<Advice> faults = new ArrayList<>();
        Set<Lint> told = told(options, faults);
        Optional<MemoryBudget> memory = Optional.empty();
        if (options.containsKey(MEMORY)) {
            MemoryOption option = MemoryOption.parse(text(options, MEMORY));
            option.faults()
                    .forEach(fault ->
                            faults.add(fault(MEMORY, fault, "write it as -A" + MEMORY + "=" + MemoryOption.FORM)));
            memory = option.budget();
        }
        return new LintOptions(told, memory, faults);
    }

    private static String text(Map<String, String> options, String name) {
        return Objects.requireNonNullElse(options.get(name), "").strip();
    }

    /** {@code -Anetwright.lint} alone is {@code all}, as {@code -Xlint} alone is. */
    private static Set<Lint> told(Map<String, String> options, List<Advice> faults) {
        boolean isAlone = options.containsKey(LINT) && text(options, LINT).isEmpty();
        List<String> words = isAlone
                ? List.of(ALL)
                : Stream.of(text(options, LINT).split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        Set<Lint> told = start(words);
        Set<Lint> untold = EnumSet.noneOf(Lint.class);
        for (String word : words) {
            boolean isMinus = word.startsWith("-");
            String name = isMinus ? word.substring(1) : word;
            Optional<Lint> named = Arrays.stream(Lint.values())
                    .filter(lint -> lint.shortName().equals(name))
                    .findFirst();
            named.ifPresent(isMinus ? untold::add : told::add);
            if (named.isEmpty() && !word.equals(ALL) && !word.equals(NONE)) {
                faults.add(fault(
                        LINT,
                        "there is no lint \"" + name + "\"",
                        ClosestName.of(name, SHORT_NAMES)
                                .map(closest -> "did you mean \"" + closest + "\"? If not, remove it")
                                .orElse("name some of " + String.join(", ", SHORT_NAMES) + ", or all, or none")));
            }
        }
        told.removeAll(untold);
        return told;
    }

    private static Set<Lint> start(List<String> words) {
        if (words.contains(ALL)) {
            return EnumSet.allOf(Lint.class);
        }
        return words.contains(NONE)
                ? EnumSet.noneOf(Lint.class)
                : Arrays.stream(Lint.values())
                        .filter(Lint::isDefault)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lint.class)));
    }

    private static Advice fault(String option, String found, String cure) {
        return Advice.of(Lint.OPTIONS, new OptionOrigin("-A" + option), found, cure);
    }
}
