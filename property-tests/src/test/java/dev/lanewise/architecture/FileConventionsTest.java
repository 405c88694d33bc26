package dev.lanewise.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources are short, poms name no repositories, and nothing is tied to one machine. */
class FileConventionsTest {
    /** One of the checks of {@link FileConventions}. */
    private interface Check {
        List<String> offences(String path, String text);
    }

    private static void assertNone(Predicate<String> wanted, Check check) throws IOException {
        Map<String, String> texts = ProjectFiles.matching(wanted);
        assertFalse(texts.isEmpty(), "there are such files");
        List<String> offences = new ArrayList<>();
        texts.forEach((path, text) -> offences.addAll(check.offences(path, text)));
        assertEquals("", String.join("\n", offences));
    }

    @Test
    void mainSourcesAreShort() throws IOException {
        assertNone(path -> path.matches(".*src/main/java/.*\\.java"), FileConventions::overlong);
    }

    @Test
    void buildToolsAndTestsAreShort() throws IOException {
        assertNone(path -> path.matches("build/.*\\.java|.*src/test/java/.*\\.java"), FileConventions::overlong);
    }

    @Test
    void aSourceOfMoreLinesIsFound() {
        String longest = "x\n".repeat(FileConventions.LONGEST_SOURCE);
        assertEquals(List.of(), FileConventions.overlong("A.java", longest));
        assertEquals(
                List.of("A.java: 401 lines, wanted at most 400"), FileConventions.overlong("A.java", longest + "x"));
    }

    @Test
    void kernelsStoreVectorsOfAnExactClass() throws IOException {
        assertNone(path -> path.matches(".*/engine/simd/\\w+\\.java"), FileConventions::inexactStores);
    }

    @Test
    void aVectorOfAnyClassThatIsStoredIsFound() {
        String good = "int i = 0;\n// a sum\nEXACT_HALF.cast(a.add(b))\n    .intoArray(y, i);\n";
        assertEquals(List.of(), FileConventions.inexactStores("K.java", good));
        assertEquals(
                List.of("K.java: a.add(b).intoArray(y, i)"),
                FileConventions.inexactStores("K.java", good + "a.add(b).intoArray(y, i);"));
        assertEquals(
                List.of("K.java: EXACT.cast(a).add(f(b)).intoArray(y, i)"),
                FileConventions.inexactStores("K.java", good + "EXACT.cast(a).add(f(b)).intoArray(y, i);"));
    }

    @Test
    void pomsNameNoRepositories() throws IOException {
        assertNone(path -> path.matches("(.*/)?pom\\.xml|\\.mvn/.*"), FileConventions::repositories);
    }

    @ParameterizedTest(name = "{0} is found")
    @ValueSource(
            strings = {
                "<repository>",
                "<repositories>",
                "<pluginRepositories>",
                "<mirror>",
                "<url>https://repo.example.org/maven2</url>",
                "<url>https://central.example.org</url>",
                "<url>https://maven.example.com/x</url>",
                "<url>https://nexus.example.org</url>",
                "<url>http://localhost/artifactory/x</url>"
            })
    void aRepositoryIsFound(String line) {
        assertEquals(1, FileConventions.repositories("pom.xml", "<a/>\n" + line).size());
    }

    @ParameterizedTest(name = "{0} is no repository")
    @ValueSource(
            strings = {
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">",
                "<groupId>org.apache.maven.plugins</groupId>",
                "<artifactId>maven-jar-plugin</artifactId>",
                "<url>https://www.apache.org/licenses/LICENSE-2.0</url>"
            })
    void anOrdinaryLineIsNoRepository(String line) {
        assertEquals(List.of(), FileConventions.repositories("pom.xml", line));
    }

    @Test
    void noFileNamesAPlaceOnOneMachine() throws IOException {
        assertNone(path -> true, FileConventions::machinePaths);
    }

    @Test
    void aPlaceOnOneMachineIsFound() {
        for (String folder : List.of("home", "root", "Users", "work", "workspace")) {
            String line = "see /" + folder + "/somebody/project";
            assertEquals(
                    List.of("a.md:2: /" + folder + "/s"),
                    FileConventions.machinePaths("a.md", "first\n" + line + "\n"));
        }
        String windows = "C:" + '\\' + "Users" + '\\' + "somebody";
        assertEquals(1, FileConventions.machinePaths("a.md", windows).size());
    }

    @Test
    void aPlaceInsideAnythingIsNoPlaceOnOneMachine() {
        for (String line :
                List.of("src/home/x", "$HOME/work/x", "${root}/work/x", "/usr/lib/jvm", "/sys/devices", "../work/x")) {
            assertEquals(List.of(), FileConventions.machinePaths("a.md", line));
        }
    }
}
