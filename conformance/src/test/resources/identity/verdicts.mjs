// node verdicts.mjs <folder of the page's modules> <keys> <messages, base64, one on a line>: prints a verdict for each.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, keysFile, messages] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(path.join(modules, name)).href);
const { readKeys } = await load('keys.mjs');
const { verdictOn } = await load('verdict.mjs');
const keys = await readKeys(fs.readFileSync(keysFile, 'utf8'));
const out = [];
for (const line of fs.readFileSync(messages, 'utf8').split('\n').slice(0, -1)) {
  out.push(JSON.stringify(await verdictOn(new Uint8Array(Buffer.from(line, 'base64')), keys)));
}
fs.writeFileSync(1, out.map((line) => `${line}\n`).join(''));
