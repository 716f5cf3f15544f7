package dev.netwright.processor;

import dev.netwright.processor.card.NetworkCard;
import dev.netwright.processor.diagnostics.ProblemReporter;
import dev.netwright.processor.plan.NetworkPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes a network's card next to its class file, unless it is switched off. A card never fails a build. */
final class CardFile {
    /** With {@code -Anetwright.card=false} there are no cards. */
    static final String OPTION = "netwright.card";

    private static final String FOLDER = "META-INF/netwright/";

    private final Filer filer;
    private final boolean isWanted;
    private final TypeElement spec;

    private CardFile(Filer filer, boolean isWanted, TypeElement spec) {
        this.filer = filer;
        this.isWanted = isWanted;
        this.spec = spec;
    }

    static CardFile of(ProcessingEnvironment environment, TypeElement spec) {
        boolean isWanted = !"false".equals(environment.getOptions().get(OPTION));
        return new CardFile(environment.getFiler(), isWanted, spec);
    }

    /**
     * Writes the card as UTF-8, whatever the encoding of the sources. If there is no place for a resource, compilers
     * throw different exceptions.
     */
    void write(NetworkPlan plan, String specText, ProblemReporter reporter) {
        if (!isWanted) {
            return;
        }
        byte[] card = NetworkCard.write(plan, specText).getBytes(StandardCharsets.UTF_8);
        String name = FOLDER + plan.spec().qualifiedClassName() + ".html";
        try (OutputStream file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, spec)
                .openOutputStream()) {
            file.write(card);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            reporter.note(
                    spec,
                    "[netwright:card] " + name + " can't be written: " + e.getMessage()
                            + ". The class is complete without it; -A" + OPTION + "=false turns cards off.");
        }
    }
}
