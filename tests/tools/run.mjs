// node tests/tools/run.mjs [NAME]: tests of the tools that are written in JavaScript. Needs BUOC_SO_NODE_MODULES; what asks real
// old engines is left out where their binaries are not named. `cargo xtask test` calls it.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
if (!process.env.BUOC_SO_NODE_MODULES) { console.error('Set BUOC_SO_NODE_MODULES (cargo xtask test does it).'); process.exit(2); }

const count = { passed: 0, failed: 0 };
for (const file of readdirSync(HERE).filter(name => name.endsWith('.mjs') && name !== 'run.mjs').sort())
  for (const [name, run] of Object.entries((await import(`./${file}`)).default)) {
    if (!name.startsWith(process.argv[2] || '')) continue;
    try {
      await run();
      count.passed += 1;
    } catch (error) {
      count.failed += 1;
      console.log(`FAILED ${file.replace('.mjs', '')}: ${name}\n    ${error.message.split('\n').join('\n    ')}`);
    }
  }
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
