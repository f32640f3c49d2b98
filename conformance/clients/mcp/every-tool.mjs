// node every-tool.mjs http|stdio TARGET < arguments.json
// Lists the tools, and calls each with the arguments that standard input has for it.
import { connect } from './connect.mjs';

const [way, target] = process.argv.slice(2);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const samples = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const client = await connect(way, target, process.env.COUNTERSIGN_API_KEY);
const { tools } = await client.listTools();
const results = [];
for (const tool of tools) {
  const args = samples[tool.name];
  if (args === undefined) {
    results.push({ tool: tool.name, sample: false });
    continue;
  }
  const result = await client.callTool({ name: tool.name, arguments: args });
  results.push({
    tool: tool.name,
    sample: true,
    failed: result.isError === true,
    texts: result.content.map((block) => block.text ?? ''),
  });
}
await client.close();
process.stdout.write(JSON.stringify({ server: client.getServerVersion(), results }) + '\n');
