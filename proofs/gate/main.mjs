// `proofs/check` and `proofs/check --planted`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkProject } from './gate.mjs';
import { checkPlanted } from './planted.mjs';
import { forbiddenWords, readSources } from './sources.mjs';

const gate = fs.realpathSync(path.dirname(fileURLToPath(import.meta.url)));
const project = path.dirname(gate);
const place = { project, gate, toolchain: path.join(project, '.toolchain'), build: path.join(project, 'build') };

async function checkAll() {
  // What an earlier check found says nothing of this one, should this one not come to its end.
  fs.rmSync(path.join(place.build, 'report.json'), { force: true });
  const result = await checkProject({ ...place, work: path.join(place.build, 'work'), onLine: (line) => console.log(relative(line)) });
  fs.mkdirSync(place.build, { recursive: true });
  fs.writeFileSync(path.join(place.build, 'report.json'), relative(JSON.stringify(result.report, null, 2)) + '\n');
  result.refusals.forEach(({ kind, text }) => console.log(`REFUSED (${kind}): ${relative(text)}`));
  const { theorems, files, laws, milliseconds } = result.report;
  console.log(result.passed
    ? `Passed: ${files.length} files, ${theorems} theorems, ${Object.keys(laws).length} laws, each refuted for a mutant, ${(milliseconds / 1000).toFixed(0)} s`
    : 'NOT PASSED');
  return result.passed;
}

function planted() {
  fs.rmSync(path.join(place.build, 'planted.json'), { force: true });
  return checkPlanted(place);
}

function lint() {
  const sources = readSources(project);
  const refusals = [...sources.refusals, ...forbiddenWords(sources.modules)];
  refusals.forEach(({ kind, text }) => console.log(`REFUSED (${kind}): ${relative(text)}`));
  return refusals.length === 0;
}

function relative(text) {
  return text.replaceAll(project + path.sep, '');
}

const modes = { '': checkAll, '--planted': planted, '--lint': lint };
const mode = modes[process.argv.slice(2).join(' ')];
if (!mode) {
  console.error('usage: proofs/check [--planted | --lint]');
  process.exit(2);
}
process.exit((await mode()) ? 0 : 1);
