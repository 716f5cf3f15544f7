package dev.netwright.processor.diagnostics;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints findings as compile errors on the attribute that is wrong: the one caller of {@code Messager}. */
public final class ProblemReporter {
    private final Messager messager;

    /** Prints to a compiler. */
    public ProblemReporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints every finding of a report. */
    public void print(Report report) {
        report.findings().forEach(this::print);
    }

    /** Prints a fault of the processor itself at the spec, with the stack trace that a bug report needs. */
    public void printInternal(Element spec, Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        messager.printMessage(
                Kind.ERROR, "[" + Problem.INTERNAL.id() + "] " + Problem.INTERNAL.rule() + ": " + trace, spec);
    }

    private void print(Finding finding) {
        if (!(finding.origin() instanceof AnnotationOrigin origin)) {
            throw new IllegalArgumentException("finding without a place in the source: " + finding);
        }
        if (origin.mirror() == null) {
            messager.printMessage(Kind.ERROR, finding.message(), origin.element());
        } else if (origin.value() == null) {
            messager.printMessage(Kind.ERROR, finding.message(), origin.element(), origin.mirror());
        } else {
            messager.printMessage(Kind.ERROR, finding.message(), origin.element(), origin.mirror(), origin.value());
        }
    }
}
