/** What ten usual questions take of a model's tokens, with Pip's tools and with those of Xero's own MCP server. */
@NullMarked
package au.pip.benchmarks.tokens;

import org.jspecify.annotations.NullMarked;
