package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    @Test
    void objectWithoutMembersIsTwoBraces() {
        assertEquals("{}", new JsonObject().toString());
    }

    @Test
    void membersStandInTheirOrder() {
        JsonObject object = new JsonObject()
                .put("text", "a")
                .put("number", -5)
                .put("yes", true)
                .put("none", (String) null)
                .put("inner", new JsonObject().put("x", 1));
        assertEquals(
                "{\"text\": \"a\", \"number\": -5, \"yes\": true, \"none\": null, \"inner\": {\"x\": 1}}",
                object.toString());
    }

    @Test
    void everythingThatMustBeEscapedComesBack() {
        String hard = "quote \" backslash \\ line \n tab \t bell \u0007 \u00e9 slash /";
        Map<String, Object> read =
                JsonReader.object(new JsonObject().put(hard, hard).toString());
        assertEquals(Map.of(hard, hard), read);
    }
}
