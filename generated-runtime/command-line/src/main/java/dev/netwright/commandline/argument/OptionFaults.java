package dev.netwright.commandline.argument;

import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.machine.InsufficientMemoryException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Options that can't be met, files that can't be used, a GPU that can't be had, a run that diverges: a line in the words of the
 * command's options, with exit code 2. Anything else is a fault of ours, shows its trace and ends with 1.
 */
public final class OptionFaults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof WordedFault
                || fault instanceof IllegalArgumentException
                || fault instanceof InsufficientMemoryException
                || fault instanceof UncheckedIOException) {
            String message = WordedFault.message(fault, new OptionWording(command.getCommandSpec()));
            command.getErr().println(command.getCommandName() + ": " + message);
            return ExitCode.USAGE;
        }
        throw fault;
    }
}
