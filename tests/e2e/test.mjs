// What a journey is given, and what must hold after every journey whatever it did.
import { strict as assert } from 'node:assert';
import { servePortal, serveSite } from './server.mjs';
import { ready } from './walk.mjs';

const SCREENS = ['welcome', 'question', 'review', 'results', 'plan', 'detail', 'about', 'settings', 'guide', 'broken', 'safety', 'session', 'practice', 'tally'];
const CODES = ['wasm-policy', 'wasm-missing', 'wasm-engine', 'trap', 'overlay', 'catalogue'];

export class Test {
  /** Errors and policy violations a journey provokes: patterns that are then no failure. */
  expected = [];
  violationsExpected = false;
  /** Files that an act of person or host asks for after `ready` (design rule 3.1 b): a pattern. */
  act = null;
  opened = new Set();
  seen = [];

  constructor({ page, engine, dist }) { Object.assign(this, { page, engine, dist }); }
  /** What has just been seen to work, for the table of engines: a place and a column of engine-table.mjs; `what`: 'yes' or 'guide'. */
  shows(place, column, what = 'yes') { this.seen.push({ place, column, what }); }
  async start() {
    this.site = await serveSite(this.dist);
    this.portal = await servePortal(this.site);
  }
  async stop() { for (const server of [!(this.site && this.site.gone) && this.site, this.portal]) if (server) await server.close(); }

  /** Holds files back whose path the pattern fits, until what it gives back is called. */
  hold(pattern) {
    let release;
    const open = new Promise(done => { release = done; });
    this.site.hold = path => (pattern.test(path) ? open : null);
    return release;
  }

  /** Opens an address; does not wait for the app. */
  async load(url) {
    const { pathname, search } = new URL(url);
    this.opened.add(pathname + search);
    await this.page.open(url);
  }
  /** Our own page, ready. `query` as in contract 6. */
  async own(query = '', base = this.site.base) {
    await this.load(`${base}index.html${query}`);
    return ready(this.page);
  }
  /** A page of a portal on another origin with our element in it. */
  portalPage({ element = '<buoc-so></buoc-so>', csp, path = '/trang.html', lang = 'vi' } = {}) {
    const body = `<p id="before">Trước</p>${element}<p id="after">Sau</p><script type="module" src="${this.site.sub}embed.js"></script>`;
    return this.portal.page(path, { body, csp: csp && csp(this.site.origin), lang });
  }
  async embedded(options) {
    await this.load(this.portalPage(options));
    return ready(this.page);
  }
  async reload() { await this.page.reload(); }
}

const keys = detail => (detail === null ? [] : Object.keys(detail).sort());
function checkEvent({ name, detail, bubbles, composed }) {
  assert.ok(bubbles && composed, `buoc-so:${name} bubbles and is composed`);
  if (name === 'ready') assert.deepEqual(keys(detail), [], 'buoc-so:ready has no detail');
  if (name === 'screen') {
    assert.deepEqual(keys(detail), ['screen'], 'buoc-so:screen has a screen and nothing else');
    assert.ok(SCREENS.includes(detail.screen), `buoc-so:screen names a documented screen, not ${detail.screen}`);
  }
  if (name === 'result') {
    assert.deepEqual(keys(detail), ['after', 'audience', 'maybe', 'ready'], 'buoc-so:result has counts and the audience and nothing else');
    for (const key of ['after', 'maybe', 'ready']) assert.ok(Number.isInteger(detail[key]) && detail[key] >= 0, `buoc-so:result ${key} is a count`);
  }
  if (name === 'error') {
    assert.deepEqual(keys(detail), ['code', 'message'], 'buoc-so:error has code and message and nothing else');
    assert.ok(CODES.includes(detail.code), `buoc-so:error has a documented code, not ${detail.code}`);
  }
}

/** Design rule 3.1: nothing but GETs of files, no body, no cookie, no query but the one a person typed; after ready nothing but the service worker (and the tab's icon). */
function checkRequest(entry, test, embedded) {
  const what = `${entry.method} ${entry.path}${entry.query}`;
  assert.ok(['GET', 'HEAD'].includes(entry.method), `${what}: only GET`);
  assert.equal(entry.body, 0, `${what}: no body`);
  assert.equal(entry.headers.cookie, undefined, `${what}: no cookie`);
  assert.ok(entry.query === '' || test.opened.has(entry.path + entry.query), `${what}: a query that nobody typed`);
  const referrer = entry.headers.referer ? new URL(entry.headers.referer) : null;
  // The tag of the portal and a page in a frame say what the portal's policy says, modules too in old engines; everything else is ours.
  const theirs = /(\.js|\/frame\.html|\/guide-[^/]*)$/.test(entry.path) || /^\/(hosts|lib)\//.test(entry.path);
  if (referrer && !theirs && referrer.origin === test.portal.origin && entry.site) assert.equal(referrer.pathname, '/', `${what}: says from which page of the portal`);
  // Our page sends no referrer at all, its service worker the bare origin.
  const worker = /\/sw(-outreach)?\.js$/.test(entry.path) || (referrer !== null && referrer.pathname === '/');
  const late = test.page.quiet.some(([from, to]) => entry.at > from + 10 && entry.at < to);
  // The drawing on the tab is the browser's own affair: Firefox fetches it when it has nothing else to do.
  const tab = entry.path.includes('/icons/');
  if (!late || tab || (test.act && test.act.test(entry.path))) return;
  assert.ok(worker && !embedded, `${what}: asked for after buoc-so:ready`);
}

export async function checkAfterwards(test) {
  const { page } = test;
  const errors = (await page.consoleErrors()).filter(message => !test.expected.some(pattern => pattern.test(message)));
  assert.deepEqual(errors, [], 'no errors in the console');
  const stopped = page.violations.filter(text => !(test.engine.wasmAsEval && text.startsWith('script-src eval ')));
  if (!test.violationsExpected) assert.deepEqual(stopped, [], 'nothing was stopped by the policy');
  page.events.forEach(checkEvent);
  const embedded = test.portal.log.length > 0;
  for (const entry of test.site.log) checkRequest({ ...entry, site: true }, test, embedded);
  for (const entry of test.portal.log) checkRequest(entry, test, embedded);
}
