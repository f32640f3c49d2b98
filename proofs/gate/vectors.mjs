// `proofs/vectors PART FILE`: the specification itself, joined with the files that enumerate it, is run by the pinned Lean.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from './lean.mjs';
import { importsOf, readSources } from './sources.mjs';
import { install, layout, readPins, verify } from './toolchain.mjs';

const WRITER = 'Countersign.Vectors.Write';
/** A long part has twenty million steps: minutes on a free core, an hour beside other work. */
const LONG_LIMIT_MS = 4 * 3_600_000;

const gate = fs.realpathSync(path.dirname(fileURLToPath(import.meta.url)));
const project = path.dirname(gate);

/** The one file that Lean is given: imports would need compiled modules, so each file stands before those that import it. */
function joined(expression) {
  const { modules, order } = readSources(project);
  const wanted = new Set([...importsOf(modules, WRITER), WRITER]);
  const texts = order.filter((name) => wanted.has(name)).map((name) => modules.get(name).text.replace(/^import .*$/gm, ''));
  return [...texts, `#eval ${expression}`, ''].join('\n');
}

/** `daily`, or `long-3` for what is in the mode 3. */
function expressionOf(part, file) {
  const long = /^long-([0-4])$/.exec(part);
  if (part !== 'daily' && !long) return null;
  const text = JSON.stringify(file);
  return long ? `Countersign.Vectors.long ${long[1]} ${text}` : `Countersign.Vectors.daily ${text}`;
}

const [part, out] = process.argv.slice(2);
const target = path.resolve(out ?? '.');
const work = path.join(project, 'build', `vectors-${part}-${process.pid}`);
const unfinished = path.join(work, 'vectors.txt');
const expression = expressionOf(part, unfinished);
if (!expression || !out) {
  console.error('usage: proofs/vectors (daily | long-0 | … | long-4) FILE');
  process.exit(2);
}
const pins = readPins(path.join(gate, 'pins.json'));
const folder = path.join(project, '.toolchain');
fs.mkdirSync(folder, { recursive: true });
install(folder, pins);
verify(folder, pins);
fs.mkdirSync(path.join(project, 'build'), { recursive: true });
const driver = path.join(project, 'build', `vectors-${part}-${process.pid}.lean`);
fs.writeFileSync(driver, joined(expression));
const { accepted, lines } = await evaluate({ toolchain: layout(folder, pins), driver, roots: [path.dirname(driver)], work, limit: part === 'daily' ? undefined : LONG_LIMIT_MS });
if (accepted) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(unfinished, target);
}
fs.rmSync(work, { recursive: true, force: true });
fs.rmSync(driver, { force: true });
lines.forEach((line) => console.error(line));
process.exit(accepted ? 0 : 1);
