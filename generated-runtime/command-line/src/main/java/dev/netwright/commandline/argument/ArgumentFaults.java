package dev.netwright.commandline.argument;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Reports invalid arguments in one line that points to the help, with exit code 2. */
public final class ArgumentFaults implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        command.getErr()
                .println(command.getCommandName() + ": " + fault.getMessage() + "; "
                        + command.getCommandSpec().qualifiedName() + " --help lists its options");
        return ExitCode.USAGE;
    }
}
