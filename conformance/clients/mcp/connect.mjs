// Connects the SDK's client to a server, by HTTP or by a program that is started for it.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

function transport(way, target, key) {
  if (way === 'stdio') {
    return new StdioClientTransport({
      command: target,
      args: ['mcp', '--url', process.env.COUNTERSIGN_URL],
      env: { ...process.env, COUNTERSIGN_API_KEY: key },
      stderr: 'inherit',
    });
  }
  const headers = { Authorization: `Bearer ${key}` };
  return new StreamableHTTPClientTransport(new URL(target), { requestInit: { headers } });
}

export async function connect(way, target, key) {
  const client = new Client({ name: 'countersign-conformance', version: '0.1.0' });
  await client.connect(transport(way, target, key));
  return client;
}

/** The text blocks of a result; a failure throws what it says. */
export async function call(client, name, args, options) {
  const result = await client.callTool({ name, arguments: args }, undefined, options);
  const texts = result.content.map((block) => block.text);
  if (result.isError) {
    throw new Error(`${name}: ${texts.join('\n')}`);
  }
  return texts;
}
