// Starting and surely ending a browser or a driver: its own process group, ended by its number, never by a name.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './page.mjs';

const running = new Set();
const end = (child, signal) => { try { process.kill(-child.pid, signal); } catch { /* gone already */ } };
const endAll = () => running.forEach(child => end(child, 'SIGKILL'));
process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

export const freePort = () => new Promise((done, fail) => {
  const probe = createServer();
  probe.once('error', fail).listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => done(port)); });
});

/** A folder of the tests' own. */
export const newFolder = () => mkdtempSync(join(tmpdir(), 'buoc-so-e2e-'));
export function removeFolder(folder) {
  try { rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); } catch { /* a last process still writes there */ }
}

/**
 * Starts a program; `stop()` ends it and all it started, and removes its folder, but not one that was given. `kill()` ends it as a
 * battery does. `said()` is the end of its output.
 */
export function start(command, args, { env = {}, stdio = ['ignore', 'pipe', 'pipe'], folder: given = null } = {}) {
  const folder = given || newFolder();
  const child = spawn(command, args.map(arg => arg.replace('{folder}', folder)), {
    detached: true, stdio, env: { ...process.env, HOME: folder, ...env },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) if (stream) stream.on('data', data => { output = (output + data).slice(-4000); });
  child.on('error', error => { output += error.message; });
  child.on('exit', () => running.delete(child));
  return {
    child, folder, said: () => output,
    async stop() {
      end(child, 'SIGTERM');
      for (let i = 0; i < 20 && child.exitCode === null && child.signalCode === null; i++) await pause(50);
      end(child, 'SIGKILL');
      running.delete(child);
      if (!given) removeFolder(folder);
    },
    async kill() {
      const gone = new Promise(done => child.once('exit', done));
      end(child, 'SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await gone;
      running.delete(child);
    },
  };
}

/** Asks an address until it answers with JSON. */
export async function untilAnswers(url, program, ms = 20000) {
  for (const last = Date.now() + ms; Date.now() < last; await pause(100)) {
    if (program.child.exitCode !== null) break;
    try { return await (await fetch(url, { signal: AbortSignal.timeout(2000) })).json(); } catch { /* not yet */ }
  }
  throw new Error(`did not start: ${program.child.spawnfile}\n${program.said()}`);
}
