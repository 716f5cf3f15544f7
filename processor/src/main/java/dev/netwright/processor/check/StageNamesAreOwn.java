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

/** No layer of a {@code @Network} is called as another, and none needs more of the summary's line than it has. */
public final class StageNamesAreOwn implements DeclarationCheck<NetworkDeclaration> {
    private static final int MOST_BYTES = 40;

    @Override
    public Report check(NetworkDeclaration network) {
        List<Finding> findings = new ArrayList<>();
        List<StageName> names = StageName.of(network);
        for (int i = 0; i < names.size(); i++) {
            StageDeclaration stage = network.stages().get(i);
            String clash = names.get(i).clash();
            int bytes = stage.name().getBytes(StandardCharsets.UTF_8).length;
            if (!clash.isEmpty()) {
                findings.add(finding(
                        stage,
                        clash.equals(stage.name()) ? "another is called " + clash : "its " + clash + " is taken"));
            } else if (bytes > MOST_BYTES) {
                findings.add(finding(stage, "it has " + bytes + " bytes"));
            }
        }
        return new Report(findings);
    }

    private static Finding finding(StageDeclaration stage, String found) {
        return Finding.of(Problem.STAGE_NAME, stage.origin(), found, "give the method another name");
    }
}
