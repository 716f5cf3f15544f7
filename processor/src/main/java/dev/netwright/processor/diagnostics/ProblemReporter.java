package dev.netwright.processor.diagnostics;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Prints findings as compile errors, and advice as warnings and notes, at the attribute in question: the only caller of
 * {@code Messager}.
 */
public final class ProblemReporter {
    private final Messager messager;

    /** Prints to a compiler. */
    public ProblemReporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints every finding of a report. */
    public void print(Report report) {
        report.findings().forEach(finding -> print(Kind.ERROR, finding.message(), finding.origin()));
    }

    /** Prints advice. Warnings aren't mandatory: {@code -nowarn} silences them like javac's own. */
    public void print(List<Advice> advice) {
        for (Advice piece : advice) {
            Kind kind = piece.lint().severity() == Severity.WARNING ? Kind.WARNING : Kind.NOTE;
            print(kind, piece.message(), piece.origin());
        }
    }

    /** Prints a fault of the processor itself at the spec, with the stack trace that a bug report needs. */
    public void printInternal(Element spec, Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        messager.printMessage(
                Kind.ERROR, "[" + Problem.INTERNAL.id() + "] " + Problem.INTERNAL.rule() + ": " + trace, spec);
    }

    /** Prints a note that isn't about a fault of the spec and doesn't fail a build. */
    public void note(Element spec, String message) {
        messager.printMessage(Kind.NOTE, message, spec);
    }

    private void print(Kind kind, String message, Origin origin) {
        if (origin instanceof OptionOrigin) {
            messager.printMessage(kind, message);
        } else if (origin instanceof AnnotationOrigin place) {
            print(kind, message, place);
        } else {
            throw new IllegalArgumentException("no place in the source for: " + message);
        }
    }

    private void print(Kind kind, String message, AnnotationOrigin place) {
        if (place.mirror() == null) {
            messager.printMessage(kind, message, place.element());
        } else if (place.value() == null) {
            messager.printMessage(kind, message, place.element(), place.mirror());
        } else {
            messager.printMessage(kind, message, place.element(), place.mirror(), place.value());
        }
    }
}
