package dev.lanewise.cli;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command into an exit status and one line on standard error. */
final class ErrorLine {
    private final PrintStream err;
    private final boolean debug;

    /** Prints a stack trace below the line if {@code debug}. */
    ErrorLine(PrintStream err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    /** Prints the line and returns the exit status. */
    int report(Throwable thrown) {
        if (thrown instanceof CommandFailure failure) {
            return print(failure.status(), failure.getMessage(), failure);
        }
        if (thrown instanceof ParameterException wrong) {
            CommandSpec command = wrong.getCommandLine().getCommandSpec();
            String message = wrong instanceof UnmatchedArgumentException unmatched
                    ? unmatched(unmatched.getUnmatched().get(0), command)
                    : wrong.getMessage();
            return print(ExitStatus.USAGE, message + "; see " + command.qualifiedName() + " --help", wrong);
        }
        if (thrown instanceof ArithmeticException impossible && thrown.getClass() != ArithmeticException.class) {
            // Java's own is an overflow or a division by zero in our code.
            return print(ExitStatus.NUMBERS, impossible.getMessage(), impossible);
        }
        return print(ExitStatus.INTERNAL, "a fault of ours: " + thrown + "; --debug shows where", thrown);
    }

    private static String unmatched(String argument, CommandSpec command) {
        Stream<String> wanted;
        if (argument.startsWith("-") && argument.length() > 1) {
            wanted = command.options().stream().map(OptionSpec::longestName).sorted();
        } else if (command.parent() == null) {
            return "got '" + argument + "', wanted one of "
                    + String.join(", ", command.subcommands().keySet());
        } else {
            wanted = command.positionalParameters().stream().map(PositionalParamSpec::paramLabel);
        }
        String names = wanted.collect(Collectors.joining(" "));
        return "got '" + argument + "', wanted " + (names.isEmpty() ? "options only" : "no more than " + names);
    }

    private int print(int status, String message, Throwable thrown) {
        err.println("lanewise: " + oneLine(message));
        if (debug) {
            thrown.printStackTrace(err);
        }
        err.flush();
        return status;
    }

    /** The name of a file may hold line ends and terminal escapes: they are shown, not obeyed. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (char c : text.strip().toCharArray()) {
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}
