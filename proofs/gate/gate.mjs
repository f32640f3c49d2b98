// The gate: the sources, then the toolchain, then Lean, then the list of laws. It passes only if nothing refused.
import crypto from 'node:crypto';
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
  refusals.push(...lean.refusals, ...borrowedNames(sources, lean.declarations), ...missingLaws(project, lean.theorems), ...unrefutedLaws(project, lean.theorems));
  report.files = sources.order.map((name) => fileReport(project, name, sources.modules.get(name).file, lean));
  report.theorems = lean.theorems.length;
  report.laws = Object.fromEntries(readLaws(project).map((law) => [law, refutations(law, lean.theorems)]));
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
      // Helpers that Lean makes by itself, for a `match` for instance, are shared by whoever needs the same one.
      if (from !== undefined && from !== here && !imports.has(from) && !/\.match_\d|\._|_private/.test(used)) {
        seen.add(`${here} uses ${used} (in ${name}) without importing ${from}`);
      }
    }
  }
  return [...seen].map((text) => ({ kind: 'imports', text }));
}

/** The names in `laws.txt` and its like, one on a line. */
export function readLaws(project) {
  return fs.readdirSync(project).filter((name) => /^laws.*\.txt$/.test(name)).sort()
    .flatMap((name) => fs.readFileSync(path.join(project, name), 'utf8').split('\n'))
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
}

function missingLaws(project, theorems) {
  const names = new Set(theorems.map(({ name }) => name));
  return readLaws(project).filter((law) => !names.has(`Countersign.${law}`))
    .map((law) => ({ kind: 'law', text: `no theorem is called Countersign.${law}` }));
}

/** A law that nothing can break says nothing: somewhere it must be shown false of a spoiled machine. */
function unrefutedLaws(project, theorems) {
  return readLaws(project)
    .filter((law) => refutations(law, theorems).length === 0 || !theorems.some(({ name, uses }) => name === `Countersign.${law}` && uses.includes(statementOf(law))))
    .map((law) => ({ kind: 'mutant', text: `no theorem refutes ${statementOf(law)}, the statement of ${law}, for a mutant` }));
}

function refutations(law, theorems) {
  return theorems.filter(({ refutes }) => refutes === statementOf(law)).map(({ name }) => name);
}

/** `no_self_approval` states `NoSelfApproval` of our rules. */
function statementOf(law) {
  return `Countersign.${law.split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
}

function fileReport(project, module, file, { theorems, milliseconds }) {
  return {
    module,
    path: path.relative(project, file).split(path.sep).join('/'),
    sha256: crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex'),
    theorems: theorems.filter((theorem) => theorem.file === file).length,
    milliseconds: milliseconds[file] ?? null,
  };
}
