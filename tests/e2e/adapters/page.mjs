// The one small interface every engine is driven through. An adapter gives `goto`, `evaluate(source)`, `screenshot`,
// `viewport`, `press` (a key, to what has the focus), `enter` and `leave` (its frame), `stop`; the rest is the same everywhere. Clicks are `element.click()` unless an adapter knows real input.
import { pageLib } from '../inpage.mjs';

export class Failure extends Error {}
export const pause = ms => new Promise(done => setTimeout(done, ms));

/** Messages of an engine about a policy word that it does not know; what a policy stops is recorded as a violation. */
const HARMLESS = [/unrecognized content-security-policy/i, /content security policy.*(unknown|unrecognized|ignor|invalid source|not recognized)/i,
  /couldn.t process unknown directive/i, /net::ERR_(ABORTED|INTERNET)/];

export class Page {
  errors = [];
  events = [];
  violations = [];
  /** Spans of time, by the clock, in which a loaded page must have asked for nothing. */
  quiet = [];

  /** Runs a function in the page; `P` (inpage.mjs) is there; the answer is plain data; promises are awaited. */
  async eval(fn, ...args) {
    const source = `(async function () { var P = (${pageLib})(); return await (${fn}).apply(null, ${JSON.stringify(args)}); })()`
      // A library of the page may have given lists a `toJSON` of its own.
      + '.then(function (value) { return { value: value === undefined ? null : value }; }, function (error) { return { error: String(error && error.message || error) }; })'
      + '.then(function (answer) { var list = (window.wrappedJSObject || window).Array.prototype, own = list.toJSON; delete list.toJSON; var text = JSON.stringify(answer); if (own) list.toJSON = own; return text; })';
    const answer = JSON.parse(await this.evaluate(source));
    if (answer.error) throw new Failure(`in the page: ${answer.error}`);
    return answer.value;
  }

  /** Asks again until the function says something true; the last answer is in the message when it never does. */
  async until(what, fn, args = [], ms = this.patience || 10000) {
    const end = Date.now() + ms;
    for (let last; ; await pause(40)) {
      try {
        last = await this.eval(fn, ...args);
        if (last) return last;
      } catch (error) { last = error.message; }
      if (Date.now() > end) throw new Failure(`waited ${ms / 1000} s for ${what}; last: ${JSON.stringify(last)}`);
    }
  }

  async open(url) { await this.harvest(); await this.goto(url); }
  async reload() { await this.harvest(); await this.refresh(); }
  async back() { await this.eval(() => { history.back(); }); }
  state() { return this.eval(() => P.state()); }
  stored() { return this.eval(() => P.stored()); }

  async click(selector) {
    await this.until(`something visible at ${selector}`, s => !!P.firstVisible(s), [selector]);
    await this.eval(s => { P.firstVisible(s).click(); }, selector);
  }
  async check(name, value, on = true) {
    const selector = `input[name="${name}"][value="${value}"]`;
    await this.until(`input ${selector}`, s => !!P.find(s), [selector]);
    await this.eval((s, wanted) => { const input = P.find(s); if (input.checked !== wanted) input.click(); }, selector, on);
  }

  /** The page as it would be printed. Engines that cannot be told get the print rules of our own sheets as rules for everything. */
  async printView() {
    await this.eval(async () => {
      const root = P.shadow();
      const links = Array.from(root.querySelectorAll('link[rel=stylesheet]'));
      const adopted = Array.from(root.adoptedStyleSheets || []).map(sheet => Array.from(sheet.cssRules).map(rule => rule.cssText).join(''));
      const texts = adopted.concat(await Promise.all(links.map(async link => (await fetch(link.href)).text())));
      const sheets = texts.map(text => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text.replace(/@media print/g, '@media all'));
        return sheet;
      });
      root.adoptedStyleSheets = sheets;
      // The test itself has asked for something after `ready`: this page is no witness of quiet any more.
      if (window.__bs) window.__bs.events = [];
    });
  }

  /** Takes over what the page recorded about itself, before it goes away. */
  async harvest() {
    let kept = null;
    try {
      kept = await this.eval(() => {
        const got = window.__bs, told = got && { events: got.events, errors: got.errors, violations: got.violations };
        if (got) { got.errors = []; got.violations = []; }
        return told;
      });
    } catch { /* no page yet, or it is gone */ }
    if (!kept) return;
    this.errors.push(...kept.errors.filter(message => !this.errors.includes(message)));
    // The drawing on the tab is asked for by the browser, whatever a portal's policy says.
    this.violations.push(...kept.violations.filter(text => !text.includes('/favicon.ico')));
    this.events = kept.events;
    const loaded = kept.events.find(event => event.name === 'ready');
    if (loaded) this.quiet.push([loaded.wall, Date.now()]);
  }
  note(message) { if (!HARMLESS.some(pattern => pattern.test(message)) && !this.errors.includes(message)) this.errors.push(message); }
  async consoleErrors() { await this.harvest(); return this.errors.filter(message => !HARMLESS.some(pattern => pattern.test(message))); }
  forget() { this.errors = []; this.violations = []; this.events = []; this.quiet = []; }
}
