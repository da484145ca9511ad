// Prints what the server tells a client of its tools, over its own stdio, as one line of JSON.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const client = new Client({ name: "pip-bench-tokens", version: "0.0.0" });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: ["node_modules/@xeroapi/xero-mcp-server/dist/index.js"],
    // It starts with any token and calls nobody before a tool is called.
    env: { XERO_CLIENT_BEARER_TOKEN: "none" },
    stderr: "ignore",
  }),
);
const tools = [];
let cursor;
do {
  const page = await client.listTools(cursor ? { cursor } : {});
  tools.push(...page.tools);
  cursor = page.nextCursor;
} while (cursor);
console.log(JSON.stringify(tools));
await client.close();
