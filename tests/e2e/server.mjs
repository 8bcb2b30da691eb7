// Static servers for the tests: the built site under two paths, and a portal on another origin.
// Every request is recorded, so that a journey can say what must not have been asked for.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const HERE = dirname(fileURLToPath(import.meta.url));
export const SUBPATH = '/xa/buoc-so/';
const INJECT = '/__e2e/';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm', '.bin': 'application/octet-stream', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.mp3': 'audio/mpeg', '.woff2': 'font/woff2',
};

/** The policies a portal may have (contract 6). `HOST` is the origin that serves our files. */
export const POLICIES = {
  strict: host => policy(host, "'wasm-unsafe-eval'", false),
  'strict-trusted-types': host => policy(host, "'wasm-unsafe-eval'", true),
  'old-phones': host => policy(host, "'unsafe-eval'", true),
};
const policy = (host, wasm, trusted) =>
  `default-src 'none'; script-src ${host} ${wasm}; style-src ${host}; img-src ${host} data:; media-src ${host}; `
  + `connect-src ${host}; font-src ${host}` + (trusted ? "; require-trusted-types-for 'script'; trusted-types 'none'" : '');

/** Bytes and type of a file below `root`, or null; never above it. */
function fileBelow(root, path) {
  const full = normalize(join(root, decodeURIComponent(path)));
  if (full !== normalize(root) && !full.startsWith(normalize(root).replace(/[/\\]$/, '') + sep)) return null;
  try {
    const wanted = statSync(full).isDirectory() ? join(full, 'index.html') : full;
    return { bytes: readFileSync(wanted), type: TYPES[extname(wanted)] || 'application/octet-stream' };
  } catch { return null; }
}

async function listen(handler) {
  const log = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://x');
    const entry = { at: Date.now(), method: request.method, path: url.pathname, query: url.search, headers: request.headers, body: 0 };
    if (!url.pathname.startsWith(INJECT) && url.pathname !== '/favicon.ico') log.push(entry);
    request.on('data', chunk => { entry.body += chunk.length; });
    Promise.resolve().then(() => handler(url, response, entry)).catch(error => { response.writeHead(500); response.end(String(error)); });
  });
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return {
    log, origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise(done => { server.close(done); server.closeAllConnections(); }),
  };
}

/** What a fault does to an answer: '404', { type } (wrong MIME), { truncate: share kept }, { bytes }; { cut } ends the connection midway, { closed } is for our own pages only. */
function spoil(fault, answer) {
  if (!fault) return answer;
  if (fault === '404') return null;
  const bytes = fault.truncate !== undefined ? answer.bytes.subarray(0, Math.floor(answer.bytes.length * fault.truncate)) : answer.bytes;
  return { type: fault.type || answer.type, bytes: fault.bytes || bytes };
}

/**
 * The built site, at `/` and at `SUBPATH`.
 * `site.fault = path => …` spoils answers; `site.hold = path => promise` delays them; `site.inject` names files of `inject/` loaded first in every page.
 */
export async function serveSite(dist, { inject = ['record.js'], brotli = false } = {}) {
  const packed = new Map();
  const site = await listen(async (url, response, entry) => {
    const headers = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };
    if (url.pathname === '/favicon.ico') { response.writeHead(204, headers); return response.end(); }
    const path = url.pathname.startsWith(SUBPATH) ? url.pathname.slice(SUBPATH.length - 1) : url.pathname;
    if (site.hold) await site.hold(path);
    const fault = site.fault && site.fault(path);
    let answer = url.pathname.startsWith(INJECT)
      ? fileBelow(join(HERE, 'inject'), url.pathname.slice(INJECT.length)) : fileBelow(dist, path);
    if (answer) answer = spoil(fault, answer);
    entry.status = answer ? 200 : 404;
    if (!answer) { response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }); return response.end('404'); }
    // As plain hosts do it: pages are asked for again, their files are good for a while.
    headers['Cache-Control'] = /html$|\/sw[^/]*\.js$/.test(path) || path.endsWith('/') ? 'no-cache' : 'max-age=600';
    if (fault && fault.closed) delete headers['Access-Control-Allow-Origin'];
    let { bytes } = answer;
    if (path === '/sw-outreach.js' && site.inject.length && !fault) bytes = knowing(bytes, dist, site.inject);
    if (answer.type.startsWith('text/html') && site.inject.length) bytes = Buffer.from(withScripts(bytes.toString(), site.inject, ''));
    if (brotli && /br/.test(entry.headers['accept-encoding'] || '')) {
      if (!packed.has(path)) packed.set(path, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      bytes = packed.get(path);
      headers['Content-Encoding'] = 'br';
    }
    entry.sent = bytes.length;
    response.writeHead(200, { ...headers, 'Content-Type': answer.type, 'Content-Length': bytes.length });
    if (fault && fault.cut) return response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    response.end(entry.method === 'HEAD' ? undefined : bytes);
  });
  return Object.assign(site, { inject, fault: null, hold: null, base: `${site.origin}/`, sub: `${site.origin}${SUBPATH}` });
}

/** The worker of the outreach page keeps only the exact bytes of the build: here it is told those of the pages with our scripts in them. */
function knowing(worker, dist, inject) {
  return Buffer.from(worker.toString().replace(/"([\w-]+\.html)":"[0-9a-f]{16}"/g, (_, name) => {
    const page = withScripts(fileBelow(dist, `/${name}`).bytes.toString(), inject, '');
    return `"${name}":"${createHash('sha256').update(page).digest('hex').slice(0, 16)}"`;
  }));
}

export const withScripts = (html, names, host) =>
  html.replace(/<head[^>]*>/i, head => head + names.map(name => `<script src="${host}${INJECT}${name}"></script>`).join(''));

/** A portal on an origin of its own: `portal.page(path, { body, csp, lang })` puts a page there and returns its address. */
export async function servePortal(site) {
  const pages = new Map();
  const portal = await listen((url, response, entry) => {
    const page = pages.get(url.pathname);
    entry.status = page ? 200 : url.pathname === '/favicon.ico' ? 204 : 404;
    response.writeHead(entry.status, page ? page.headers : {});
    response.end(page ? page.html : '');
  });
  /** A file as it is: a page of `hosts/`, a library. */
  portal.put = (path, html, headers) => { pages.set(path, { html, headers }); return portal.origin + path; };
  portal.page = (path, { body, csp, lang = 'vi' }) => {
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`
      + `<title>Portal</title></head><body><header><h1>Cổng thông tin</h1></header><main>${body}</main></body></html>`;
    return portal.put(path, withScripts(html, site.inject, site.origin),
      { 'Content-Type': 'text/html; charset=utf-8', ...(csp ? { 'Content-Security-Policy': csp } : {}) });
  };
  return portal;
}
