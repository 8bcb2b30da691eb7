// The custom element <buoc-so> and its loader: the one way in, also for our own page (contract section 6).
// Finds its files beside itself, loads the wasm once for all widgets of a page, and turns every failure into something a
// person can see and a `buoc-so:error` that the host page can hear. Knows no platform, law or question.

const HERE = new URL('.', import.meta.url);
const FILES = {
  glue: '__ASSET_app_js__', wasm: '__ASSET_app_wasm__', style: '__ASSET_style_css__', late: '__ASSET_late_css__', rules: '__ASSET_rules_bin__',
  words: { vi: '__ASSET_words_vi_bin__', en: '__ASSET_words_en_bin__' },
  cards: { vi: '__ASSET_cards_vi_bin__', en: '__ASSET_cards_en_bin__' },
};
const ATTRIBUTES = ['lang', 'province', 'overlay', 'start', 'theme', 'save'];
// The few words for when nothing else can speak, from the catalogue.
const SAY = __SAY__;

const at = (file) => new URL(file, HERE).href;

/** A failure with one of the codes of the contract. */
class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function bytes(file, code) {
  let answer;
  try {
    answer = await fetch(at(file));
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    throw new Failure(code, `${file}: ${error.message}`);
  }
  throw new Failure(code, `${file}: ${answer.status}`);
}

const part = {};
/** A part of the catalogue, fetched once for all widgets. */
const catalogue = (file) => part[file] || (part[file] = bytes(file, 'catalogue'));

let loading;
/** The program, loaded once for all widgets. */
const load = () => loading || (loading = start());

async function start() {
  if (typeof WebAssembly !== 'object') throw new Failure('wasm-engine', 'no WebAssembly');
  const glue = import(at(FILES.glue)).catch((error) => {
    throw new Failure('wasm-missing', error.message);
  });
  const [program, wasm] = await Promise.all([glue, bytes(FILES.wasm, 'wasm-missing')]);
  try {
    await program.default({ module_or_path: wasm.buffer });
  } catch (error) {
    const refused = /unsafe-eval|content security|\bcsp\b|disallowed by embedder/i.test(error.message);
    throw new Failure(refused ? 'wasm-policy' : 'wasm-engine', error.message);
  }
  return program;
}

const widgets = new Set();
let dead = false;
/** How the engine calls our wasm in stacks, learned from a call that comes out of it. */
let own = '';

/** A trap ends the instance for every widget of the page; with immediate abort nothing else says so. */
function trapped(error) {
  if (dead || typeof WebAssembly !== 'object' || !(error instanceof WebAssembly.RuntimeError)) return false;
  // Another program's wasm is not our affair. Ours has its glue on the stack, or its own name where the stack is cut short.
  const stack = String(error.stack);
  if (!stack.includes(FILES.glue) && !(own ? stack.includes(own) : /wasm/.test(stack))) return false;
  dead = true;
  widgets.forEach((widget) => widget.fail('broken', 'trap', error.message));
  return true;
}
addEventListener('error', (event) => trapped(event.error));
addEventListener('unhandledrejection', (event) => trapped(event.reason));

/** Calls into the program. */
function call(act) {
  try {
    return act();
  } catch (error) {
    if (!trapped(error)) throw error;
    return undefined;
  }
}

class BuocSo extends HTMLElement {
  static get observedAttributes() {
    return ATTRIBUTES;
  }

  connectedCallback() {
    if (this.begun) return;
    this.begun = true;
    widgets.add(this);
    this.early = this.watchStatic();
    this.run().catch((error) => {
      if (!trapped(error)) this.fail('guide', error.code || 'wasm-engine', error.message);
    });
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it in one go: only what stays away is taken down.
    Promise.resolve().then(() => {
      if (this.isConnected || !this.begun) return;
      widgets.delete(this);
      if (this.travel) removeEventListener('popstate', this.travel);
      if (this.widget) call(() => this.widget.free());
      this.widget = this.travel = null;
      this.begun = false;
      if (this.shadowRoot) while (this.shadowRoot.firstChild) this.shadowRoot.firstChild.remove();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (this.widget && before !== value) call(() => this.widget.set(name, value || ''));
  }

  /** An option: on our own page from the address, else from the attribute. */
  option(name) {
    const asked = this.page && new URLSearchParams(location.search).get(name);
    return asked || this.getAttribute(name) || '';
  }

  get page() {
    return this.getAttribute('mode') === 'page';
  }

  get language() {
    const wanted = this.option('lang');
    const lang = wanted === 'vi' || wanted === 'en' ? wanted : document.documentElement.lang;
    return /^en\b/i.test(lang) ? 'en' : 'vi';
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`buoc-so:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** The static first screen inside the element: remembers an early tap and answers it at once. */
  watchStatic() {
    const screen = this.querySelector('[data-static]');
    const early = { screen, act: '' };
    if (!screen) return early;
    screen.addEventListener('click', (event) => {
      const button = event.target.closest && event.target.closest('button[data-action]');
      if (!button) return;
      early.act = button.getAttribute('data-action');
      const says = screen.querySelector('[data-opening]');
      if (says) says.textContent = says.getAttribute('data-opening');
    });
    return early;
  }

  async run() {
    const lang = this.language;
    const loaded = Promise.all([load(), catalogue(FILES.rules), catalogue(FILES.words[lang])]);
    const [program, rules, words] = await loaded;
    // WebKit asks once more for preloads it has not begun, even after `ready`. Not before all is here: Chromium 73 cuts off
    // what it is still giving to `fetch` when its link goes.
    if (this.page) document.querySelectorAll('link[rel=preload]').forEach((link) => link.remove());
    if (dead || !this.isConnected) return;
    const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
    root.appendChild(document.createElement('slot'));
    const box = document.createElement('div');
    box.hidden = true;
    await styled(root, FILES.style);
    if (dead || !this.isConnected) return;
    root.appendChild(box);
    const first = this.early.screen && this.early.screen.querySelector('input:checked');
    const options = {
      lang, version: '__VERSION__', mode: this.getAttribute('mode') || '', first: first ? first.value : '',
      link: this.page ? location.href.replace(/[?#].*$/, '') : at('index.html'),
      tell: (name, detail) => {
        if (!own) own = (/wasm:\/\/[^\s:)]+/.exec(new Error().stack) || [''])[0];
        this.tell(name, detail);
      },
    };
    ['province', 'start', 'theme', 'save'].forEach((name) => {
      options[name] = this.option(name);
    });
    try {
      this.widget = program.mount(box, options, rules, words);
    } catch (error) {
      if (trapped(error)) return;
      throw new Failure('catalogue', error.message);
    }
    this.takeOver(root, box);
    if (this.page) {
      this.travel = (event) => typeof event.state === 'string' && this.widget && call(() => this.widget.travel(event.state));
      addEventListener('popstate', this.travel);
    }
    await this.rest(lang);
    if (this.widget && !dead) this.tell('ready', {});
  }

  /** Shows the app in place of what stood in the element: same answer, same focus, same place on the page. */
  takeOver(root, box) {
    const { screen, act } = this.early;
    const focused = screen && screen.contains(document.activeElement) ? document.activeElement : null;
    box.hidden = false;
    root.querySelector('slot').remove();
    if (!screen) return;
    if (focused) {
      const hook = focused.getAttribute('data-action');
      const same = box.querySelector(hook ? `[data-action="${hook}"]` : `input[value="${focused.value}"]`);
      if (same) same.focus();
    }
    screen.remove();
    const again = act && box.querySelector(`main [data-action="${act}"], header [data-action="${act}"]`);
    if (again) again.click();
  }

  /** What the first questions do not need: the other language, the cards and what they look like. */
  async rest(lang) {
    const other = lang === 'vi' ? 'en' : 'vi';
    const look = styled(this.shadowRoot, FILES.late);
    const [words, cards, otherCards] = await Promise.all([FILES.words[other], FILES.cards[lang], FILES.cards[other]].map(catalogue));
    await look;
    if (!this.widget || dead) return;
    try {
      this.widget.words(other, words);
      this.widget.cards(lang, cards);
      this.widget.cards(other, otherCards);
    } catch (error) {
      if (!trapped(error)) throw new Failure('catalogue', error.message);
    }
  }

  /** A static card in place of the app. */
  fail(screen, code, message) {
    const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
    while (root.firstChild) root.firstChild.remove();
    this.widget = null;
    if (this.early && this.early.screen) this.early.screen.remove();
    const say = SAY[this.language];
    const make = (tag, text, into, attributes) => {
      const element = document.createElement(tag);
      Object.keys(attributes || {}).forEach((name) => element.setAttribute(name, attributes[name]));
      if (text) element.textContent = text;
      into.appendChild(element);
      return element;
    };
    styled(root, FILES.style);
    const card = make('main', '', make('div', '', root, { class: 'bs', 'data-theme': 'auto', lang: this.language }), { 'data-screen': screen });
    const body = make('div', '', card, { class: 'wrap body' });
    make('h1', say[screen][0], body, { tabindex: '-1' });
    make('p', say[screen][1], body, {});
    const reload = make('button', say.reload, body, { class: 'btn go', type: 'button', 'data-action': 'reload' });
    reload.addEventListener('click', () => location.reload());
    make('slot', '', root, {});
    console.warn(`buoc-so: ${code}: ${message}`);
    this.tell('error', { code, message: String(message) });
  }
}

/** A style sheet, by address: a <style> in a shadow root is refused by strict policies. */
function styled(root, file) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = at(file);
  const there = new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
  });
  root.appendChild(link);
  return there;
}

// Loaded twice is harmless.
if (!customElements.get('buoc-so')) customElements.define('buoc-so', BuocSo);
// For editors whose system strips unknown tags.
document.querySelectorAll('[data-buoc-so]').forEach((place) => {
  if (place.querySelector('buoc-so')) return;
  const element = document.createElement('buoc-so');
  ATTRIBUTES.concat('mode').forEach((name) => {
    if (place.hasAttribute(`data-${name}`)) element.setAttribute(name, place.getAttribute(`data-${name}`));
  });
  while (place.firstChild) element.appendChild(place.firstChild);
  place.appendChild(element);
});
