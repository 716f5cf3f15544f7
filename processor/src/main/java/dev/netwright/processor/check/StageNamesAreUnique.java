package dev.netwright.processor.check;

import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.network.StageName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Each layer of a {@code @Network} has its own name, and each name fits in a line of the summary. */
public final class StageNamesAreUnique implements DeclarationCheck<NetworkDeclaration> {
    private static final int MOST_BYTES = 40;

    @Override
    public Report check(NetworkDeclaration network) {
        List<Finding> findings = new ArrayList<>();
        StageDeclaration.interfaces(network.stages().value()).forEach(stages -> check(stages, findings));
        return new Report(findings).withoutRepetition();
    }

    private static void check(List<StageDeclaration> stages, List<Finding> findings) {
        List<StageName> names = StageName.of(stages, "");
        for (int i = 0; i < names.size(); i++) {
            StageDeclaration stage = stages.get(i);
            String clash = names.get(i).clash();
            int bytes = bytes(stage.name());
            if (!clash.isEmpty()) {
                findings.add(finding(
                        stage,
                        clash.equals(stage.name())
                                ? "another layer has the name " + clash
                                : "the name of its layer " + clash + " is taken",
                        fix(stages, i)));
            } else if (bytes > MOST_BYTES) {
                findings.add(finding(
                        stage,
                        "its name has " + bytes + " bytes",
                        "shorten its name by " + (bytes - MOST_BYTES) + " bytes"));
            }
        }
    }

    /** A new name that no layer has: the first free numbered form. */
    private static String fix(List<StageDeclaration> stages, int stage) {
        String name = stages.get(stage).name();
        for (int number = 2; bytes(name + number) <= MOST_BYTES; number++) {
            List<StageDeclaration> others = new ArrayList<>(stages);
            others.set(stage, stages.get(stage).withName(name + number));
            List<StageName> renamed = StageName.of(others, "");
            if (renamed.get(stage).clash().isEmpty() && clashes(renamed) < clashes(StageName.of(stages, ""))) {
                return "rename it to " + name + number;
            }
        }
        return "rename it";
    }

    private static long clashes(List<StageName> names) {
        return names.stream().filter(name -> !name.clash().isEmpty()).count();
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Finding finding(StageDeclaration stage, String found, String fix) {
        return Finding.of(Problem.STAGE_NAME, stage.origin(), found, fix);
    }
}
