package fr.preau.onde;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Rows for {@code jsonb_to_recordset}: one parameter, one statement, whatever their number. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Map<String, String> words(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    static Map<String, Long> numbers(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    static List<Known.SchoolClass> classes(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
