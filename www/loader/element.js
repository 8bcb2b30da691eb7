// The element itself: attributes in, events out, the life of one widget.

import { FILES, Failure, SAY } from './files.js';
import { home, script, styled } from 'files-of-the-tool';
import { call, catalogue, isDead, learn, load, trapped, widgets } from './program.js';
import { answer, takeOver, watch } from './first.js';
import { card } from './card.js';

export const ATTRIBUTES = ['lang', 'province', 'overlay', 'start', 'theme', 'save'];
/** When somebody who still waits gets the guide: it takes a moment, too, and twelve seconds are promised. */
const PATIENCE = 9500;

/** What the overlay of a province changes; nothing where it cannot be had: the tool goes on without it, and says so. */
const overlaid = (element, address, rest) => script(FILES.overlay).then((overlay) => overlay.begin(element, address, styled, rest)).catch((error) => {
  element.tell('error', { code: 'overlay', message: error.message });
});

export class BuocSo extends HTMLElement {
  connectedCallback() {
    if (this.begun) return;
    const begun = this.begun = {};
    widgets.add(this);
    this.early = watch(this);
    // From here on somebody looks after whoever waits.
    const stuck = this.own && document.querySelector('.stuck');
    if (stuck) stuck.remove();
    const since = window.performance ? performance.now() : 0;
    this.waiting = setTimeout(() => this.slow(), this.own && since < PATIENCE ? PATIENCE - since : PATIENCE);
    this.run(begun).catch((error) => {
      if (!trapped(error) && this.begun === begun) this.fail('guide', error.code || 'wasm-engine', error.message);
    });
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it in one go: only what stays away is taken down.
    Promise.resolve().then(() => this.isConnected || this.takeDown());
  }

  takeDown() {
    if (!this.begun) return;
    widgets.delete(this);
    clearTimeout(this.waiting);
    if (this.travel) removeEventListener('popstate', this.travel);
    if (this.widget) call(() => this.widget.free());
    this.widget = this.travel = this.card = this.begun = null;
    this.empty();
  }

  /** An option: on our own page from the address, else from the attribute. */
  option(name) {
    const asked = this.own && new URLSearchParams(location.search).get(name);
    return asked || this.getAttribute(name) || '';
  }

  /** Is this our own page, and not a portal? */
  get own() {
    return true;
  }

  get page() {
    return this.getAttribute('mode') === 'page';
  }

  get language() {
    const wanted = this.option('lang');
    const lang = wanted === 'vi' || wanted === 'en' ? wanted : document.documentElement.lang;
    return /^en\b/i.test(lang) ? 'en' : 'vi';
  }

  /** Taken down, or taken down and begun anew. */
  gone(begun) {
    return isDead() || this.begun !== begun || !this.isConnected;
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`buoc-so:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** The shadow root, from the first time that something is drawn in it. */
  get root() {
    return this.shadowRoot || this.attachShadow({ mode: 'open' });
  }

  empty(stays = /^$/) {
    Array.from(this.shadowRoot ? this.shadowRoot.children : []).forEach((child) => stays.test(child.tagName) || child.remove());
  }

  async run(begun) {
    const lang = this.language;
    const overlay = this.option('overlay');
    const loaded = Promise.all([load(), catalogue(FILES.rules), catalogue(FILES.words[lang])]);
    const place = overlay && overlaid(this, overlay, loaded);
    // What is preloaded has been asked for now; WebKit asks once more for preloads it has not begun, even after `ready`.
    if (this.own) document.querySelectorAll('link[rel=preload]').forEach((link) => link.remove());
    const [program, rules, words] = await loaded;
    const local = await place;
    if (this.gone(begun)) return;
    const { root } = this;
    const slot = root.appendChild(document.createElement('slot'));
    const box = document.createElement('div');
    box.hidden = true;
    await styled(root, FILES.style);
    if (this.gone(begun)) return;
    clearTimeout(this.waiting);
    if (this.card) await this.letGo(lang);
    if (this.gone(begun)) return;
    root.appendChild(box);
    const options = {
      lang, version: '__VERSION__', mode: this.getAttribute('mode') || '', first: answer(this.early), left: this.left,
      link: home(this.page),
      tell: (name, detail) => {
        learn();
        this.tell(name, detail);
      },
    };
    ['province', 'start', 'theme', 'save'].forEach((name) => {
      options[name] = this.option(name);
    });
    try {
      this.widget = program.mount(box, options, local ? local.rules(rules) : rules, words);
    } catch (error) {
      if (trapped(error)) return;
      throw new Failure('catalogue', error.message);
    }
    takeOver(this.early, box);
    slot.remove();
    if (this.page) {
      this.travel = (event) => typeof event.state === 'string' && this.widget && call(() => this.widget.travel(event.state));
      addEventListener('popstate', this.travel);
    }
    await this.rest(lang, begun, local);
    if (!this.gone(begun)) this.tell('ready', {});
  }

  /** What the first questions do not need: the other language, the cards and what they look like. */
  async rest(lang, begun, local) {
    const other = lang === 'vi' ? 'en' : 'vi';
    const look = styled(this.root, FILES.late);
    const offline = this.own && script(FILES.offline).catch(() => {});
    const [words, cards, otherCards] = await Promise.all([FILES.words[other], FILES.cards[lang], FILES.cards[other]].map(catalogue));
    await look;
    if (this.gone(begun)) return;
    try {
      this.widget.words(other, words);
      this.widget.cards(lang, local ? local.cards(lang, cards) : cards);
      this.widget.cards(other, local ? local.cards(other, otherCards) : otherCards);
    } catch (error) {
      if (!trapped(error)) throw new Failure('catalogue', error.message);
    }
    const worker = await offline;
    if (worker) worker.begin(this);
  }

  /** Somebody waits long: the guide meanwhile. The first screen is put aside with its answer. */
  slow() {
    if (this.early.screen) this.early.screen.remove();
    this.card = card(this.root, this.language, 'slow', () => location.reload());
    this.tell('error', { code: 'wasm-missing', message: 'slow' });
  }

  /** The app is there after all: at once, or when whoever reads the guide wants it. */
  letGo(lang) {
    const { box, button, touched } = this.card;
    this.card = null;
    return new Promise((done) => {
      if (!touched) return done();
      button.textContent = SAY[lang].on;
      button.setAttribute('data-action', 'start');
      button.onclick = done;
    }).then(() => box.remove());
  }

  /** A card in place of the app. */
  fail(kind, code, message) {
    clearTimeout(this.waiting);
    const held = this.contains(document.activeElement);
    // After `ready` nothing may be asked for, not even a style that the browser should still have.
    this.empty(/^(link|style)$/i);
    this.widget = null;
    if (this.early.screen) this.early.screen.remove();
    this.card = card(this.root, this.language, kind, () => location.reload());
    if (held) this.card.title.focus();
    console.warn(`buoc-so: ${code}: ${message}`);
    this.tell('error', { code, message: String(message) });
  }
}
