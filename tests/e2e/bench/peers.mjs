// Builds the two peers: bundled by esbuild, minified, for today's engines (ours is built for old ones), one folder each.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const TITLE = 'Dịch vụ số nào hợp với bạn?';

/** Little enough to stand in the page itself, which saves the floor a request. */
const STYLE = `*{box-sizing:border-box}body{margin:0;padding:16px;font:17px/1.5 system-ui,sans-serif;background:#f7f8f3;color:#14302b}
h1{margin:0 0 12px;font-size:1.4em;line-height:1.35}h1:focus{outline:0}fieldset,legend{margin:0;padding:0;border:0;min-width:0}.hint,small{color:#435c56}small{display:block}
.opt{display:flex;align-items:center;min-height:56px;margin:0 0 10px;padding:8px 12px;border:1.5px solid #667b74;border-radius:8px;background:#fff}
.opt input{flex:none;width:24px;height:24px;margin:0 12px 0 0;accent-color:#0a5f57}.row{display:flex;gap:12px}
button{min-height:52px;padding:8px 18px;border:1.5px solid #667b74;border-radius:8px;background:#fff;color:inherit;font:inherit;font-weight:700}
.go{flex:1;background:#0a5f57;border-color:#14302b;color:#fff}dt{font-weight:700}dd{margin:0 0 10px}`.replace(/\n/g, '');

const html = (head, after) => `<!doctype html><html lang="vi"><head><meta charset="utf-8">`
  + `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${TITLE}</title>${head}</head>`
  + `<body><div id="app"></div>${after}</body></html>`;

/** Each peer's folder of files, ready to be served. */
export async function buildPeers({ modules, into, questions }) {
  const esbuild = createRequire(join(modules, 'x.js'))('esbuild');
  const build = async (name, page) => {
    const folder = join(into, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await esbuild.build({
      entryPoints: [join(HERE, `${name}-page.mjs`)], outfile: join(folder, 'app.js'), nodePaths: [modules], bundle: true, minify: true, charset: 'utf8',
      format: 'esm', target: 'chrome120', legalComments: 'none', logLevel: 'error',
      define: { QUESTIONS: JSON.stringify(questions), 'process.env.NODE_ENV': '"production"' },
    });
    writeFileSync(join(folder, 'index.html'), page);
    return folder;
  };
  const script = '<script type="module" src="app.js"></script>';
  return {
    preact: await build('preact', html(`<style>${STYLE}</style>${script}`, '')),
    surveyjs: await build('surveyjs', html(`<style>html,body,#app{height:100%;margin:0}</style><link rel="stylesheet" href="app.css">${script}`, '')),
  };
}

/** The versions that were measured. */
export function versions(modules) {
  const version = name => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
  return Object.fromEntries(['preact', 'survey-core', 'survey-js-ui', 'esbuild', 'playwright-core'].map(name => [name, version(name)]));
}
