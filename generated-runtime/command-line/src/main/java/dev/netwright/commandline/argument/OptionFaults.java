package dev.netwright.commandline.argument;

import dev.netwright.runtime.engine.EngineUnavailableException;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.machine.InsufficientMemoryException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Reports invalid option values, unusable files, an engine that can't compute here, and runs that diverge in one line, with the command's
 * names for settings and exit code 2. Any other exception is an internal error with a stack trace and exit code 1.
 */
public final class OptionFaults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof WordedFault
                || fault instanceof IllegalArgumentException
                || fault instanceof EngineUnavailableException
                || fault instanceof InsufficientMemoryException
                || fault instanceof UncheckedIOException) {
            String message = WordedFault.message(fault, new OptionWording(command.getCommandSpec()));
            command.getErr().println(command.getCommandName() + ": " + message);
            return ExitCode.USAGE;
        }
        throw fault;
    }
}
