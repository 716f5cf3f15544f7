package dev.netwright.examples.argument;

import dev.netwright.runtime.source.DatasetNotFoundException;
import dev.netwright.runtime.training.InsufficientMemoryException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Options that can't be met, data that aren't there: told in a line, with exit code 2. Anything else is a fault and shows its trace. */
public final class OptionFaults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof IllegalArgumentException
                || fault instanceof InsufficientMemoryException
                || fault instanceof DatasetNotFoundException) {
            command.getErr().println(command.getCommandName() + ": " + fault.getMessage());
            return ExitCode.USAGE;
        }
        throw fault;
    }
}
