// node tests/npm/run.mjs [NAME]: the npm package as somebody else uses it, and the lists of what is inside. Needs what
// `cargo xtask test` sets: BUOC_SO_ARTEFACTS (package, SBOM, licences), BUOC_SO_XTASK, BUOC_SO_NODE_MODULES, the browsers.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
for (const name of ['BUOC_SO_ARTEFACTS', 'BUOC_SO_XTASK', 'BUOC_SO_NODE_MODULES', 'BUOC_SO_TARGET'])
  if (!process.env[name]) { console.error(`Set ${name} (cargo xtask test does it).`); process.exit(2); }

const count = { passed: 0, failed: 0 };
for (const file of readdirSync(HERE).filter(name => name.endsWith('.test.mjs')).sort())
  for (const [name, run] of Object.entries((await import(`./${file}`)).default)) {
    if (!name.startsWith(process.argv[2] || '')) continue;
    const from = Date.now();
    try {
      await run();
      count.passed += 1;
      console.log(`passed npm: ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      count.failed += 1;
      console.log(`FAILED npm: ${name}\n    ${String(error.message || error).split('\n').slice(0, 40).join('\n    ')}`);
    }
  }
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
