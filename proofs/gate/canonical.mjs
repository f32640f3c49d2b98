// `proofs/canonical FILE OUT`: the specification of a claim's canonical form, run by the pinned Lean on claims that others made.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from './lean.mjs';
import { install, layout, readPins, verify } from './toolchain.mjs';

const gate = fs.realpathSync(path.dirname(fileURLToPath(import.meta.url)));
const project = path.dirname(gate);

const [claims, out] = process.argv.slice(2);
if (!claims || !out) {
  console.error('usage: proofs/canonical FILE OUT');
  process.exit(2);
}
const pins = readPins(path.join(gate, 'pins.json'));
const toolchain = path.join(project, '.toolchain');
fs.mkdirSync(toolchain, { recursive: true });
install(toolchain, pins);
verify(toolchain, pins);

// Lean sees one folder, with one file: imports would need compiled modules.
const place = path.join(project, 'build', `canonical-${process.pid}`);
fs.mkdirSync(path.join(place, 'job'), { recursive: true });
const [source, target, driver] = ['claims.txt', 'forms.txt', 'Run.lean'].map((name) => path.join(place, 'job', name));
fs.copyFileSync(claims, source);
const texts = [path.join(project, 'Countersign', 'Spec', 'Claim.lean'), path.join(gate, 'Canonical.lean')]
  .map((file) => fs.readFileSync(file, 'utf8').replace(/^import .*$/gm, ''));
fs.writeFileSync(driver, [...texts, `#eval Countersign.Canon.Run.run ${JSON.stringify(source)} ${JSON.stringify(target)}`, ''].join('\n'));
const { accepted, lines } = await evaluate({ toolchain: layout(toolchain, pins), driver, roots: [path.dirname(driver)], work: path.join(place, 'work') });
if (accepted) fs.copyFileSync(target, out);
fs.rmSync(place, { recursive: true, force: true });
lines.forEach((line) => console.error(line));
process.exit(accepted ? 0 : 1);
