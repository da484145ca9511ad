/**
 * What every provider must do, as tests: extend {@link au.pip.llm.contract.ProviderContract} with a provider's bytes.
 * Published as this module's test-jar.
 */
@NullMarked
package au.pip.llm.contract;

import org.jspecify.annotations.NullMarked;
