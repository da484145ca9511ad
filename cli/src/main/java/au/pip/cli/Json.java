package au.pip.cli;

import tools.jackson.databind.json.JsonMapper;

/** The one way this program reads and writes JSON. Fields that it does not know are passed over. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
