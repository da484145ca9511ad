package au.pip.llm.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.fuzz.ParserFuzz;
import java.util.stream.Stream;

class PriceFileFuzzTest extends ParserFuzz {
    @Override
    protected void parse(byte[] bytes) {
        try {
            assertThat(PriceFile.parse(bytes)).doesNotContainNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Override
    protected Stream<byte[]> seeds() {
        return Stream.of("""
                         {"version":"v","cacheMultipliers":{"p":{"cacheRead":0.1}},"models":[
                          {"provider":"p","model":"m","contextTokens":1000,"maxOutputTokens":10,
                           "capabilities":["tools"],"legacy":true,
                           "prices":[{"from":"2026-10-07","input":2,"output":1.5e1,"cacheRead":null,
                                      "tiers":[{"above":100,"input":4,"output":20},{"above":200}]}]},
                          {"provider":"o","model":"l","free":true}]}""", "{\"version\":\"v\",\"models\":{}}", "[]", "").map(text -> text.getBytes(UTF_8));
    }
}
