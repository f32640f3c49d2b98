// `proofs/canonical FILE OUT` and `proofs/merkle FILE OUT`: a part of the specification, run by the pinned Lean on what others made.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from './lean.mjs';
import { install, layout, readPins, verify } from './toolchain.mjs';

/** The file of the specification, the file here that can be run, and what runs it. */
const PARTS = {
  canonical: ['Claim.lean', 'Canonical.lean', 'Countersign.Canon.Run.run'],
  merkle: ['Merkle.lean', 'Merkle.lean', 'Countersign.Merkle.Run.run'],
};

const gate = fs.realpathSync(path.dirname(fileURLToPath(import.meta.url)));
const project = path.dirname(gate);

const [part, given, out] = process.argv.slice(2);
if (!PARTS[part] || !given || !out) {
  console.error('usage: proofs/canonical FILE OUT, proofs/merkle FILE OUT');
  process.exit(2);
}
const [specification, runnable, run] = PARTS[part];
const pins = readPins(path.join(gate, 'pins.json'));
const toolchain = path.join(project, '.toolchain');
fs.mkdirSync(toolchain, { recursive: true });
install(toolchain, pins);
verify(toolchain, pins);

// Lean sees one folder, with one file: imports would need compiled modules.
const place = path.join(project, 'build', `${part}-${process.pid}`);
fs.mkdirSync(path.join(place, 'job'), { recursive: true });
const [source, target, driver] = ['given.txt', 'answers.txt', 'Run.lean'].map((name) => path.join(place, 'job', name));
fs.copyFileSync(given, source);
const texts = [path.join(project, 'Countersign', 'Spec', specification), path.join(gate, runnable)]
  .map((file) => fs.readFileSync(file, 'utf8').replace(/^import .*$/gm, ''));
fs.writeFileSync(driver, [...texts, `#eval ${run} ${JSON.stringify(source)} ${JSON.stringify(target)}`, ''].join('\n'));
const { accepted, lines } = await evaluate({ toolchain: layout(toolchain, pins), driver, roots: [path.dirname(driver)], work: path.join(place, 'work') });
if (accepted) fs.copyFileSync(target, out);
fs.rmSync(place, { recursive: true, force: true });
lines.forEach((line) => console.error(line));
process.exit(accepted ? 0 : 1);
