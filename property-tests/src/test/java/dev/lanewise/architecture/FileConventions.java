package dev.lanewise.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text file may not hold: each check gives one line for each offence. */
final class FileConventions {
    static final int LONGEST_SOURCE = 400;

    /** Repositories are the business of whoever builds, not of the project. */
    private static final Pattern REPOSITORY =
            Pattern.compile("<(?:repository|repositories|pluginRepository|pluginRepositories|mirror|mirrors)\\b"
                    + "|(?:repo1?|central|oss|s01\\.oss|packages|maven|nexus|artifactory|registry|mirror|mirrors)"
                    + "\\.[\\w.-]*\\w\\.(?:com|org|net|io|dev|cn|internal|local)\\b"
                    + "|(?i:jitpack|artifactory|nexus|jfrog|cloudsmith)");

    /** The names of namespaces look like hosts, but nothing is fetched from them. */
    private static final String NAMESPACE = "http://maven.apache.org/";

    private static final String SCHEMA = "https://maven.apache.org/xsd/";

    /** Where people and machines keep their things; what a system keeps in the same place everywhere is no offence. */
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.$}])/(?:home|root|Users|work|workspace)/[\\w.]|\\b[A-Z]:\\\\+(?:Users|home|work)\\b");

    private static final Pattern EXACT_VECTOR = Pattern.compile("\\bEXACT\\w*\\s*\\.cast\\(");

    private FileConventions() {}

    static List<String> overlong(String path, String text) {
        long lines = text.lines().count();
        return lines > LONGEST_SOURCE
                ? List.of(path + ": " + lines + " lines, wanted at most " + LONGEST_SOURCE)
                : List.of();
    }

    static List<String> repositories(String path, String text) {
        return found(REPOSITORY, path, text.replace(NAMESPACE, "").replace(SCHEMA, ""));
    }

    static List<String> machinePaths(String path, String text) {
        return found(MACHINE_PATH, path, text);
    }

    /** Vectors that a kernel stores without a cast to their class, as {@code Species.exactDouble} explains. */
    static List<String> inexactStores(String path, String text) {
        List<String> offences = new ArrayList<>();
        for (String statement : text.split(";")) {
            int store = statement.indexOf(".intoArray(");
            if (store >= 0 && !endsInCast(statement.substring(0, store).strip())) {
                offences.add(path + ": " + statement.strip());
            }
        }
        return offences;
    }

    /** Whether the closing parenthesis at the end is that of a cast. */
    private static boolean endsInCast(String vector) {
        Matcher cast = EXACT_VECTOR.matcher(vector);
        while (cast.find()) {
            int open = 1, at = cast.end();
            while (open > 0 && at < vector.length()) {
                char c = vector.charAt(at++);
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (open == 0 && at == vector.length()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> found(Pattern pattern, String path, String text) {
        List<String> offences = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                offences.add(path + ":" + number + ": " + matcher.group());
            }
        }
        return offences;
    }
}
