// Runs Lean once over the proof files and reads what it says. Silence, a crash or a killed process is a refusal.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { writeLoader } from './loader.mjs';

/** Two free cores need two minutes; this ends a check that hangs. */
const TIME_LIMIT_MS = 1_500_000;
const POLL_MS = 200;
/** The debug build says this when Lean itself begins, after echoing parts of the driver. */
const BEGINS = '[DEBUG:G] Now calling lean_shell_main';
const NOISE = /^\[DEBUG|^ {2}(- .*\.olean|mainModule\?)/;

/**
 * Checks `files` in this order, in the folder `work`. `onStart` gets the process when Lean begins, `onLine` each line that it prints.
 * Returns {refusals, theorems: [{file, name}], declarations, milliseconds by file}.
 */
export async function checkWithLean({ toolchain, gate, files, work, onStart = () => {}, onLine = () => {} }) {
  prepare(toolchain, work);
  const word = crypto.randomUUID();
  fs.writeFileSync(path.join(work, 'job.txt'), [word, ...files, ''].join('\n'));
  const lines = [];
  let begun = false;
  const driver = path.join(gate, 'Audit.lean');
  const roots = [gate, ...files.map((file) => path.dirname(file))];
  const end = await runLean({ toolchain, driver, roots, work, limit: TIME_LIMIT_MS }, (line, child) => {
    if (!begun && line.includes(BEGINS)) {
      begun = true;
      onStart(child);
    } else if (begun && !NOISE.test(line)) {
      lines.push(line);
      onLine(line);
    }
  });
  fs.writeFileSync(path.join(work, 'lean.log'), lines.join('\n') + '\n');
  return judge({ end, lines, files, word, audit: readAudit(work, word) });
}

/** Runs the file `driver` and its `#eval`, in the folder `work`; `roots` are the folders that Lean may see, `limit` is in ms. Its own lines, if it failed. */
export async function evaluate({ toolchain, driver, roots, work, limit = TIME_LIMIT_MS }) {
  prepare(toolchain, work);
  const lines = [];
  const end = await runLean({ toolchain, driver, roots, work, limit }, (line) => lines.push(line));
  const own = lines.slice(lines.findIndex((line) => line.includes(BEGINS)) + 1).filter((line) => !NOISE.test(line));
  return { accepted: end.status === 0, lines: end.status === 0 ? [] : [...own, `Lean ended with ${end.signal ?? `status ${end.status}`}`] };
}

/** An empty folder `work` with the loader in it. */
function prepare(toolchain, work) {
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  writeLoader(toolchain.lean, path.join(work, 'lean.cjs'));
  fs.symlinkSync(path.join(toolchain.lean, 'lean.wasm'), path.join(work, 'lean.wasm'));
}

/** Lean writes to a file: a pipe that is full for a moment would look like a broken disk to it. */
function runLean({ toolchain, driver, roots, work, limit }, onLine) {
  const mounted = outermost([toolchain.library, work, ...roots]);
  const output = path.join(work, 'output.txt');
  const fd = fs.openSync(output, 'w');
  const child = spawn(toolchain.node, [path.join(work, 'lean.cjs'), '-DwarningAsError=true', driver], {
    cwd: work,
    stdio: ['ignore', fd, fd],
    timeout: limit,
    killSignal: 'SIGKILL',
    env: { PATH: process.env.PATH, LEAN_PATH: toolchain.library, LEAN_ROOTS: mounted.join('\n') },
  });
  fs.closeSync(fd);
  const readMore = lineReader(output, (line) => onLine(line, child));
  const polling = setInterval(readMore, POLL_MS);
  return new Promise((resolve) => {
    const end = (how) => {
      clearInterval(polling);
      readMore();
      resolve(how);
    };
    child.on('error', (error) => end({ status: null, signal: String(error) }));
    child.on('close', (status, signal) => end({ status, signal }));
  });
}

/** Gives the lines of a growing file, each once, every time it is called. */
function lineReader(file, onLine) {
  let seen = 0;
  return () => {
    const lines = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
    lines.slice(seen).forEach(onLine);
    seen = lines.length;
  };
}

/** The folders without those that lie inside another: each is mounted once. */
function outermost(folders) {
  const all = [...new Set(folders.map((folder) => fs.realpathSync(folder)))];
  return all.filter((folder) => !all.some((other) => folder.startsWith(other + path.sep)));
}

/** What Lean wrote about each declaration; nothing, unless it came to the end of this very run. */
function readAudit(work, word) {
  const file = path.join(work, 'audit.txt');
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  if (lines.pop() !== word) return { complete: false, declarations: [] };
  const declarations = lines.map((line) => {
    const [from, kind, name, axioms, refutes, uses] = line.split('|');
    return { file: from, kind, name, axioms: axioms.trim(), refutes, uses: uses.trim().split(/ +/).filter(Boolean) };
  });
  return { complete: true, declarations };
}

/** Accepted means: it ended by itself with success, said so in this run's word, and said ok of every file. */
function judge({ end, lines, files, word, audit }) {
  const refusals = [];
  const refuse = (kind, text) => refusals.push({ kind, text });
  if (end.status !== 0) refuse('lean', `Lean ended with ${end.signal ?? `status ${end.status}`}`);
  if (!lines.includes(`accepted ${word}`)) refuse('lean', 'Lean did not accept the proofs');
  const milliseconds = {};
  for (const file of files) {
    const ok = lines.map((line) => /^ok {3}(.*) {2}(\d+) ms$/.exec(line)).find((found) => found?.[1] === file);
    if (ok) milliseconds[file] = Number(ok[2]);
    else refuse('lean', `not accepted: ${file}`);
  }
  if (!audit.complete) refuse('audit', 'the audit was not finished');
  for (const { name, axioms } of audit.declarations.filter((declaration) => declaration.axioms)) {
    refuse('axiom', `${name} rests on ${axioms}`);
  }
  const theorems = audit.declarations.filter(({ kind }) => kind === 'theorem');
  return { refusals, theorems, declarations: audit.declarations, milliseconds };
}
