package dev.netwright.processor.lint;

import dev.netwright.operation.ClosestName;
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
 * The processor's options for lints. {@code -Anetwright.lint} works like javac's {@code -Xlint}: {@code all}, {@code
 * none}, a lint's name to enable it, or a name after a minus sign to disable it. Lints that aren't named keep their
 * default, and the order doesn't matter.
 *
 * @param enabled the lints that are on
 * @param memory the budget of {@code -Anetwright.memory}, if there is one
 * @param faults advice on invalid options
 */
public record LintOptions(Set<Lint> enabled, Optional<MemoryBudget> memory, List<Advice> faults) {
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
        enabled = Collections.unmodifiableSet(enabled.isEmpty() ? EnumSet.noneOf(Lint.class) : EnumSet.copyOf(enabled));
        faults = List.copyOf(faults);
    }

    /** Reads the options among those of a compiler, in which an option without a value is null. */
    public static LintOptions of(Map<String, String> options) {
        List<Advice> faults = new ArrayList<>();
        Set<Lint> enabled = enabled(options, faults);
        Optional<MemoryBudget> memory = Optional.empty();
        if (options.containsKey(MEMORY)) {
            MemoryOption option = MemoryOption.parse(text(options, MEMORY));
            option.faults()
                    .forEach(fault ->
                            faults.add(fault(MEMORY, fault, "write it as -A" + MEMORY + "=" + MemoryOption.FORM)));
            memory = option.budget();
        }
        return new LintOptions(enabled, memory, faults);
    }

    private static String text(Map<String, String> options, String name) {
        return Objects.requireNonNullElse(options.get(name), "").strip();
    }

    /** {@code -Anetwright.lint} alone means {@code all}, as {@code -Xlint} alone does. */
    private static Set<Lint> enabled(Map<String, String> options, List<Advice> faults) {
        boolean isAlone = options.containsKey(LINT) && text(options, LINT).isEmpty();
        List<String> words = isAlone
                ? List.of(ALL)
                : Stream.of(text(options, LINT).split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        Set<Lint> enabled = start(words);
        Set<Lint> disabled = EnumSet.noneOf(Lint.class);
        for (String word : words) {
            boolean isMinus = word.startsWith("-");
            String name = isMinus ? word.substring(1) : word;
            Optional<Lint> named = Arrays.stream(Lint.values())
                    .filter(lint -> lint.shortName().equals(name))
                    .findFirst();
            named.ifPresent(isMinus ? disabled::add : enabled::add);
            if (named.isEmpty() && !word.equals(ALL) && !word.equals(NONE)) {
                faults.add(fault(
                        LINT,
                        "there is no lint \"" + name + "\"",
                        ClosestName.of(name, SHORT_NAMES)
                                .map(closest -> "did you mean \"" + closest + "\"? If not, remove it")
                                .orElse("use some of " + String.join(", ", SHORT_NAMES) + ", or all, or none")));
            }
        }
        enabled.removeAll(disabled);
        return enabled;
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

    private static Advice fault(String option, String found, String fix) {
        return Advice.of(Lint.OPTIONS, new OptionOrigin("-A" + option), found, fix);
    }
}
