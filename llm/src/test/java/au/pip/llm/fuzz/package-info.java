/**
 * What any bytes do to the parsers. In the normal build each parser takes its seeds and damaged copies of them; this
 * lets Jazzer look for more, a minute a parser (a finding is written to a file that begins with {@code crash-}):
 *
 * <pre>JAZZER_FUZZ=1 ./pip mvn -pl llm test -Dpip.quick -Dtest=AnthropicFuzzTest</pre>
 */
@NullMarked
package au.pip.llm.fuzz;

import org.jspecify.annotations.NullMarked;
