package dev.netwright.processor.check;

import dev.netwright.operation.ClosestName;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A stage of {@code @Network} reads stages of its own interface that come before it, each once. */
public final class StagesReadEarlierOnes implements DeclarationCheck<NetworkDeclaration> {
    @Override
    public Report check(NetworkDeclaration network) {
        List<Finding> findings = new ArrayList<>();
        StageDeclaration.interfaces(network.stages().value()).forEach(stages -> check(stages, findings));
        return new Report(findings).withoutRepetition();
    }

    private static void check(List<StageDeclaration> stages, List<Finding> findings) {
        List<String> names = stages.stream().map(StageDeclaration::name).toList();
        for (int i = 0; i < stages.size(); i++) {
            Set<String> read = new HashSet<>();
            for (Written<String> input : stages.get(i).inputs()) {
                if (!input.isTainted()) {
                    fault(input, i, names, read).ifPresent(findings::add);
                }
            }
        }
    }

    private static Optional<Finding> fault(Written<String> input, int stage, List<String> names, Set<String> read) {
        String name = input.value();
        int index = names.indexOf(name);
        if (index < 0 && !name.equals(StageDeclaration.INPUT)) {
            List<String> earlier = Stream.concat(names.subList(0, stage).stream(), Stream.of(StageDeclaration.INPUT))
                    .toList();
            return finding(input, "no stage is named \"" + name + "\"", fixOfUnknown(name, earlier));
        }
        if (index == stage) {
            return finding(
                    input,
                    names.get(stage) + " reads itself",
                    "name an earlier stage, or \"" + StageDeclaration.INPUT + "\"");
        }
        if (index > stage) {
            return finding(
                    input,
                    name + " comes after " + names.get(stage),
                    "move " + name + " before " + names.get(stage) + ", or name an earlier stage");
        }
        return read.add(name)
                ? Optional.empty()
                : finding(input, names.get(stage) + " reads " + name + " twice", "name each stage once");
    }

    private static String fixOfUnknown(String name, List<String> earlier) {
        return ClosestName.of(name, earlier)
                        .map(closest -> "did you mean \"" + closest + "\"? If not, name")
                        .orElse("name")
                + " one of the earlier stages: "
                + String.join(", ", earlier);
    }

    private static Optional<Finding> finding(Written<String> input, String found, String fix) {
        return Optional.of(Finding.of(Problem.STAGE_INPUT, input.origin(), found, fix));
    }
}
