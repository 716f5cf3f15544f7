package dev.netwright.processor.lint;

import dev.netwright.operation.ClosestName;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Each {@code netwright:} name in {@code @SuppressWarnings} is a lint or {@code all}. */
final class SuppressionsNameLints implements LintRule {
    private static final List<String> LEGAL = Stream.concat(
                    Stream.of("all"), Arrays.stream(Lint.values()).map(Lint::shortName))
            .toList();

    @Override
    public Lint lint() {
        return Lint.OPTIONS;
    }

    @Override
    public List<Advice> check(PlannedSpec spec) {
        return spec.suppressions().names().stream()
                .filter(name -> !LEGAL.contains(shortName(name)))
                .map(this::advice)
                .toList();
    }

    private Advice advice(Written<String> name) {
        return Advice.of(
                lint(),
                name.origin(),
                "there is no lint \"" + name.value() + "\"",
                ClosestName.of(shortName(name), LEGAL)
                        .map(closest -> "did you mean \"" + Lint.PREFIX + closest + "\"? If not, remove it")
                        .orElse("remove it; an error can't be suppressed"));
    }

    private static String shortName(Written<String> name) {
        return name.value().substring(Lint.PREFIX.length());
    }
}
