// The gate: the sources, then the toolchain, then Lean, then the list of laws. It passes only if nothing refused.
import fs from 'node:fs';
import path from 'node:path';
import { checkWithLean } from './lean.mjs';
import { forbiddenWords, importsOf, readSources } from './sources.mjs';
import { install, layout, readPins, ToolchainRefused, verify } from './toolchain.mjs';

/**
 * Checks the project in `project`. `toEnd` goes on to Lean although a word was refused, to show that Lean refuses as well.
 * Returns {passed, refusals: [{kind, text}], report}.
 */
export async function checkProject({ project, toolchain, gate, work, toEnd = false, onStart, onLine }) {
  const started = Date.now();
  const pins = readPins(path.join(gate, 'pins.json'));
  const report = { toolchain: pins };
  const end = (refusals) => {
    const passed = refusals.length === 0;
    return { passed, refusals, report: { ...report, passed, refusals, milliseconds: Date.now() - started } };
  };

  const sources = readSources(project);
  const refusals = [...sources.refusals, ...forbiddenWords(sources.modules)];
  if (sources.refusals.length > 0 || (refusals.length > 0 && !toEnd)) return end(refusals);

  refusals.push(...(await readyToolchain(toolchain, pins)));
  if (refusals.some(({ kind }) => kind === 'toolchain')) return end(refusals);

  const files = sources.order.map((name) => sources.modules.get(name).file);
  const lean = await checkWithLean({ toolchain: layout(toolchain, pins), gate, files, work, onStart, onLine });
  refusals.push(...lean.refusals, ...borrowedNames(sources, lean.declarations), ...missingLaws(project, lean.theorems));
  report.files = sources.order.map((name) => fileReport(name, sources.modules.get(name).file, lean));
  report.theorems = lean.theorems.length;
  report.laws = readLaws(project);
  report.axioms = ['propext', 'Classical.choice', 'Quot.sound'];
  return end(refusals);
}

async function readyToolchain(folder, pins) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    install(folder, pins);
    verify(folder, pins);
    return [];
  } catch (error) {
    if (!(error instanceof ToolchainRefused) && error.code !== 'ENOENT') throw error;
    return [{ kind: 'toolchain', text: error.message }];
  }
}

/** All files share one environment, so a file could use what it does not import; `lake build` would then refuse it. */
function borrowedNames({ modules, order }, declarations) {
  const moduleOf = new Map(order.map((name) => [modules.get(name).file, name]));
  const home = new Map(declarations.map(({ name, file }) => [name, moduleOf.get(file)]));
  const seen = new Set();
  for (const { name, file, uses } of declarations) {
    const here = moduleOf.get(file);
    const imports = importsOf(modules, here);
    for (const used of uses) {
      const from = home.get(used);
      // Helpers that Lean makes for a `match` are shared by whoever needs the same one.
      if (from !== undefined && from !== here && !imports.has(from) && !/\.match_\d|_private/.test(used)) {
        seen.add(`${here} uses ${used} (in ${name}) without importing ${from}`);
      }
    }
  }
  return [...seen].map((text) => ({ kind: 'imports', text }));
}

export function readLaws(project) {
  const text = fs.readFileSync(path.join(project, 'laws.txt'), 'utf8');
  return text.split('\n').map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
}

function missingLaws(project, theorems) {
  const names = new Set(theorems.map(({ name }) => name));
  return readLaws(project).filter((law) => !names.has(`Countersign.${law}`))
    .map((law) => ({ kind: 'law', text: `no theorem is called Countersign.${law}` }));
}

function fileReport(module, file, { theorems, milliseconds }) {
  return { module, theorems: theorems.filter((theorem) => theorem.file === file).length, milliseconds: milliseconds[file] ?? null };
}
