package dev.netwright.examples.argument;

import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.data.DataLoadingException;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.network.CudaUnavailableException;
import dev.netwright.runtime.source.DatasetNotFoundException;
import dev.netwright.runtime.training.InsufficientMemoryException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Options that can't be met, files that can't be used, a GPU that can't be had: told in a line, with exit code 2. Anything else is a
 * fault, shows its trace and ends with 1.
 */
public final class OptionFaults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof IllegalArgumentException
                || fault instanceof InsufficientMemoryException
                || fault instanceof DatasetNotFoundException
                || fault instanceof CudaUnavailableException
                || fault instanceof WeightsException
                || fault instanceof MalformedDataException
                || fault instanceof DataLoadingException
                || fault instanceof UncheckedIOException) {
            command.getErr().println(command.getCommandName() + ": " + fault.getMessage());
            return ExitCode.USAGE;
        }
        throw fault;
    }
}
