import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the float twin of every source file whose name starts with {@code Double}, line for line.
 *
 * <p>{@code java FloatTwins.java ROOT SOURCES ... TARGET} reads {@code SOURCES/**}{@code /DoubleX.java} and writes
 * {@code TARGET/**}{@code /FloatX.java}. {@code ROOT} is the project: a class named {@code DoubleX} is taken to have a
 * twin only if its source stands somewhere below it or below one of {@code SOURCES}.
 *
 * <p>Four rules:
 *
 * <ul>
 *   <li>the keyword {@code double} and the class {@code Double} become {@code float} and {@code Float};
 *   <li>so does the part {@code double}, {@code Double}, {@code DOUBLE} (and its plural) of any other identifier;
 *   <li>a floating-point literal gets the suffix {@code f};
 *   <li>the words of comments and strings follow the first two rules.
 * </ul>
 *
 * <p>A source listed in {@code build/narrow-twins.txt} also gets twins for narrower vectors, {@code DoubleXHalf} and
 * {@code DoubleXQuarter}, which have float twins in turn. In these, every class of the list, and {@code Species.DOUBLE}, has
 * the ending; what had the ending {@code Half} has {@code Quarter} and {@code Eighth}.
 *
 * <p>Whatever these rules cannot carry over fails the build with file and line: what must stay double belongs in a class
 * without the prefix.
 */
final class FloatTwins {
    /** Classes of the JDK that have a twin by the same rule. */
    private static final Set<String> JDK_TWINS = Set.of("Double", "DoubleVector", "DoubleBuffer");

    /** Names of the JDK that have none: the integer type beside them depends on the precision, or nobody wrote one. */
    private static final Pattern NO_TWIN = Pattern.compile("doubleTo(Raw)?LongBits|longBitsToDouble"
            + "|viewAsIntegralLanes|reinterpretAs\\w+|LongVector|IntVector"
            + "|OptionalDouble|\\w+Double(Function|BiFunction|Consumer)|(flatM|m)apToDouble|asDoubleStream|(get|apply)AsDouble");

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<string>\"\"\"(?s:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
            + "|'(?:\\\\.|[^'\\\\\\n])+')"
            + "|(?<number>0[xX](?:[pP][+-]|[\\w.])*|\\.?\\d(?:[eE][+-]|[\\w.])*)"
            + "|(?<word>[A-Za-z_$][\\w$]*)");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

    /** One part of an identifier: {@code double}, {@code Doubles}, {@code DOUBLE} as a whole camel-case hump. */
    private static final Pattern PART =
            Pattern.compile("(?<![a-z])double(?=s?(?![a-z]))|Double(?=s?(?![a-z]))|(?<![A-Z])DOUBLE(?=S?(?![A-Z]))");

    private static final Pattern FLOAT_PART =
            Pattern.compile("(?<![a-z])float(?=s?(?![a-z]))|Float(?=s?(?![a-z]))|(?<![A-Z])FLOAT(?=S?(?![A-Z]))");

    private final Set<String> twins = new HashSet<>(JDK_TWINS);
    private final Set<String> narrow = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java FloatTwins.java ROOT SOURCES ... TARGET");
            System.exit(2);
        }
        List<Path> folders = Stream.of(args).map(Path::of).toList();
        Path target = folders.getLast();
        boolean buildFolder = false;
        for (Path part : target) {
            buildFolder |= part.toString().equals("target");
        }
        if (!buildFolder) {
            System.err.println("TARGET: got " + target + ", wanted a folder below one named target: all else in it is deleted");
            System.exit(2);
        }
        FloatTwins generator = new FloatTwins();
        generator.run(folders.getFirst(), folders.subList(1, folders.size() - 1), target);
        generator.complaints.forEach(System.err::println);
        System.exit(generator.complaints.isEmpty() ? 0 : 1);
    }

    private void run(Path root, List<Path> folders, Path target) throws IOException {
        Set<String> byHand = handWritten(root);
        Path narrowList = root.resolve("build/narrow-twins.txt");
        for (String path : lines(narrowList)) {
            if (path.endsWith(".java") && !Files.exists(root.resolve(path))) {
                complaints.add(narrowList + ": " + path + " is listed, but does not exist");
            }
            narrow.add(simpleName(Path.of(path)));
        }
        List<Path> all = new ArrayList<>(sourcesBelow(root));
        for (Path folder : folders) {
            all.addAll(sourcesBelow(folder));
        }
        for (Path file : all) {
            String name = simpleName(file);
            twins.add(name);
            if (narrow.contains(name)) {
                twins.addAll(List.of(name + "Half", name + "Quarter"));
            }
        }
        Set<Path> made = new HashSet<>();
        for (Path folder : folders) {
            for (Path file : sourcesBelow(folder)) {
                makeTwins(root, folder, file, target, byHand, made);
            }
        }
        removeOthers(target, made);
    }

    private void makeTwins(Path root, Path folder, Path file, Path target, Set<String> byHand, Set<Path> made)
            throws IOException {
        String name = "Float" + simpleName(file).substring("Double".length()) + ".java";
        Path sibling = file.resolveSibling(name);
        if (Files.exists(sibling)) {
            String listed = root.relativize(sibling).toString().replace('\\', '/');
            if (!byHand.contains(listed)) {
                complaints.add(sibling + ": written by hand, but not listed in build/hand-written-twins.txt");
            }
            return;
        }
        Path twin = target.resolve(folder.relativize(file)).resolveSibling(name);
        String source = Files.readString(file);
        write(twin, translate(file, source), made);
        if (narrow.contains(simpleName(file))) {
            for (String ending : List.of("Half", "Quarter")) {
                String narrower = narrower(source, ending);
                String own = simpleName(file) + ending;
                write(twin.resolveSibling(own + ".java"), narrower, made);
                write(twin.resolveSibling(toFloat(own) + ".java"), translate(file, narrower), made);
            }
        }
    }

    private static void write(Path twin, String text, Set<Path> made) throws IOException {
        made.add(twin);
        if (!Files.exists(twin) || !Files.readString(twin).equals(text)) {
            Files.createDirectories(twin.getParent());
            Files.writeString(twin, text);
        }
    }

    /** The same class on vectors of half or a quarter of the width. */
    private String narrower(String source, String ending) {
        String text = source.replaceAll("\\bSpecies\\.DOUBLE\\b", "Species.DOUBLE_" + ending.toUpperCase(Locale.ROOT));
        Matcher name = Pattern.compile("\\b(Double\\w+?)(Half)?\\b").matcher(text);
        return name.replaceAll(found -> {
            if (!narrow.contains(found.group(1))) {
                return found.group();
            }
            boolean wasHalf = found.group(2) != null;
            return found.group(1) + (!wasHalf ? ending : ending.equals("Half") ? "Quarter" : "Eighth");
        });
    }

    private String translate(Path file, String source) {
        StringBuilder twin = new StringBuilder(source.length());
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String text = token.group();
            String where = file + ":" + lineOf(source, token.start());
            String replacement;
            if (token.group("number") != null) {
                replacement = literal(text, where);
            } else if (token.group("word") != null) {
                replacement = identifier(text, where);
            } else {
                replacement = WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(toFloat(word.group())));
            }
            token.appendReplacement(twin, Matcher.quoteReplacement(replacement));
        }
        token.appendTail(twin);
        return twin.toString();
    }

    private static long lineOf(String source, int position) {
        return 1 + source.chars().limit(position).filter(c -> c == '\n').count();
    }

    private String identifier(String name, String where) {
        if (NO_TWIN.matcher(name).matches()) {
            complaints.add(where + ": " + name + " has no float twin");
        } else if (FLOAT_PART.matcher(name).find()) {
            complaints.add(where + ": " + name + " names float in a source that is to be double");
        } else if (name.startsWith("Double") && PART.matcher(name).lookingAt() && !twins.contains(name)) {
            complaints.add(where + ": " + name + " is neither a class of this project nor one known to have a float twin");
        }
        return toFloat(name);
    }

    private static String toFloat(String name) {
        return PART.matcher(name).replaceAll(part -> switch (part.group().charAt(0)) {
            case 'd' -> "float";
            default -> part.group().equals("DOUBLE") ? "FLOAT" : "Float";
        });
    }

    private String literal(String text, String where) {
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        boolean floating = hexadecimal
                ? text.matches("(?i).*p.*")
                : !text.matches("(?i)0b.*") && text.matches("(?i).*[.edf].*");
        if (!floating) {
            return text;
        }
        if (hexadecimal) {
            complaints.add(where + ": " + text + ": a hexadecimal literal is tied to one precision");
            return text;
        }
        if (text.matches("(?i).*f")) {
            complaints.add(where + ": " + text + " is a float literal in a source that is to be double");
            return text;
        }
        double value = Math.abs(Double.parseDouble(text.replace("_", "")));
        if (value != 0 && (value < 1e-6 || value > 1e9)) {
            complaints.add(where + ": " + text + " looks tied to one precision (allowed: 0 and 1e-6 to 1e9)");
        }
        return text.replaceAll("[dD]$", "") + "f";
    }

    private Set<String> handWritten(Path root) throws IOException {
        Path list = root.resolve("build/hand-written-twins.txt");
        Set<String> paths = lines(list);
        for (String path : paths) {
            if (!Files.exists(root.resolve(path))) {
                complaints.add(list + ": " + path + " is listed, but does not exist");
            }
        }
        return paths;
    }

    /** The lines of a list that are neither blank nor comments. */
    private static Set<String> lines(Path list) throws IOException {
        Set<String> lines = new HashSet<>();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        }
        return lines;
    }

    private static List<Path> sourcesBelow(Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return sources;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path d, BasicFileAttributes a) {
                String name = String.valueOf(d.getFileName());
                return !d.equals(folder) && (name.equals("target") || name.startsWith("."))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                if (file.getFileName().toString().matches("Double[A-Z]\\w*\\.java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        sources.sort(null);
        return sources;
    }

    private static void removeOthers(Path target, Set<Path> made) throws IOException {
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !made.contains(f)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }
}
