// Planted faults: the same gate, on small projects that each carry one fault, must refuse every one; and must pass the sound one.
import fs from 'node:fs';
import path from 'node:path';
import { checkProject } from './gate.mjs';
import { readPins, layout } from './toolchain.mjs';

/** What each project in `planted/` must be refused for, by every one of these; nothing means that it must pass. */
const CASES = [
  { name: 'sound', folder: 'sound', refusedFor: [] },
  { name: 'a sorry', folder: 'sorry', refusedFor: ['word', 'lean', 'axiom'] },
  { name: 'a false goal', folder: 'false-goal', refusedFor: ['lean'] },
  { name: 'a local axiom', folder: 'local-axiom', refusedFor: ['word', 'axiom'] },
  { name: 'a name used without its import, a law not proved, and one without a mutant', folder: 'borrowed', refusedFor: ['imports', 'law', 'mutant'] },
  { name: 'a file dropped from the imports', folder: 'dropped-file', refusedFor: ['unreachable'] },
  { name: 'a checker killed midway', folder: 'sound', refusedFor: ['lean', 'audit'], onStart: kill },
  { name: 'a changed loader', folder: 'sound', refusedFor: ['toolchain'], change: (place) => changedToolchain(place, 'loader') },
  { name: 'a changed library', folder: 'sound', refusedFor: ['toolchain'], change: (place) => changedToolchain(place, 'library') },
];

export async function checkPlanted(place) {
  let allAsExpected = true;
  const cases = [];
  for (const planted of CASES) {
    const started = Date.now();
    const toolchain = planted.change ? planted.change(place) : place.toolchain;
    const result = await checkProject({
      project: path.join(place.project, 'planted', planted.folder), gate: place.gate, toolchain,
      work: path.join(place.build, 'planted'), toEnd: true, onStart: planted.onStart,
    });
    if (toolchain !== place.toolchain) fs.rmSync(toolchain, { recursive: true });
    const asExpected = isAsExpected(planted, result);
    allAsExpected &&= asExpected;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    cases.push({ name: planted.name, asExpected, passed: result.passed, seconds: Number(seconds) });
    console.log(`${asExpected ? 'ok  ' : 'FAIL'} ${planted.name}: ${result.passed ? 'passed' : 'refused'}, ${seconds} s`);
    result.refusals.forEach(({ kind, text }) => console.log(`       ${kind}: ${text.replaceAll(place.project + path.sep, '')}`));
  }
  fs.writeFileSync(path.join(place.build, 'planted.json'), JSON.stringify({ passed: allAsExpected, cases }, null, 2) + '\n');
  console.log(allAsExpected ? `All ${CASES.length} planted cases ended as they must` : 'A PLANTED FAULT GOT THROUGH');
  return allAsExpected;
}

function isAsExpected({ refusedFor }, { passed, refusals }) {
  const kinds = new Set(refusals.map(({ kind }) => kind));
  return passed === (refusedFor.length === 0) && refusedFor.every((kind) => kinds.has(kind));
}

/** As `kill -9` does, when Lean has begun and has not yet finished. */
function kill(lean) {
  lean.kill('SIGKILL');
}

/** A copy of the toolchain, by links, in which one file differs by one byte. */
function changedToolchain({ toolchain, build, gate }, what) {
  const copy = path.join(build, 'changed-toolchain');
  const pins = readPins(path.join(gate, 'pins.json'));
  fs.rmSync(copy, { recursive: true, force: true });
  linkTree(toolchain, copy);
  const parts = layout(copy, pins);
  const victim = what === 'loader' ? path.join(parts.lean, 'lean.js') : path.join(parts.library, 'Init.olean');
  const bytes = fs.readFileSync(victim);
  bytes[bytes.length - 1] ^= 1;
  fs.unlinkSync(victim);
  fs.writeFileSync(victim, bytes);
  return copy;
}

function linkTree(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else fs.linkSync(source, target);
  }
}
