// The evaluation on this machine, one core: the ignored test of tests/native/bench.rs. Left out when it is not there or takes too long.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const TEST = ['test', '--release', '--no-default-features', '--test', 'native', 'bench_evaluate', '--', '--ignored', '--nocapture'];

/** { once, hundredth } in microseconds (the slowest person of the test), or the reason why there is nothing. */
export async function evaluation(root, seconds) {
  if (!seconds) return 'left out (BENCH_ENGINE=0)';
  if (!existsSync(join(root, 'tests/native/bench.rs'))) return 'there is no tests/native/bench.rs';
  const child = spawn(process.env.CARGO || 'cargo', TEST, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '', said = '';
  child.stdout.on('data', bytes => { out += bytes; });
  child.stderr.on('data', bytes => { said = (said + bytes).slice(-2000); });
  // Its own group: cargo's children go with it.
  const timer = setTimeout(() => { try { process.kill(-child.pid, 'SIGTERM'); } catch { /* it has just ended */ } }, seconds * 1000);
  const code = await new Promise(done => { child.once('error', () => done(-1)); child.once('close', done); });
  clearTimeout(timer);
  const found = [...out.matchAll(/content x(\d+) .*?:\s*([\d.]+) µs \(\s*([\d.]+) per copy\)/g)];
  const worst = (copies, column) => Math.max(...found.filter(match => match[1] === copies).map(match => Number(match[column])));
  if (code === 0 && found.length) return { once: worst('1', 2), hundredth: worst('100', 3) };
  if (code === null) return `took longer than ${seconds} s (BENCH_ENGINE=SECONDS gives it more)`;
  return `cargo ${TEST.slice(0, 6).join(' ')} failed: ${said.trim().split('\n').pop() || `exit code ${code}`}`;
}
