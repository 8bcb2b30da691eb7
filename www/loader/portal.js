// What only portals need of the element: properties, attributes that change or go away, a place on the page that moves, and
// <div data-buoc-so> where a system strips unknown tags.

import { ATTRIBUTES, BuocSo } from './element.js';
import { call } from './program.js';

/** What a portal hears, and with which details: a number that grows when one of them changes its meaning. */
const EVENTS = 1;

export class InPortal extends BuocSo {
  static get observedAttributes() {
    return ATTRIBUTES;
  }

  get own() {
    return false;
  }

  connectedCallback() {
    // Properties that were set before this script came.
    ATTRIBUTES.forEach((name) => {
      if (!Object.prototype.hasOwnProperty.call(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    });
    super.connectedCallback();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (this.begun && (name === 'overlay' || (name === 'lang' && !this.widget))) return this.anew();
    if (this.widget) this.put(name);
    // What waits for its new place has settings of its own; what the page says meanwhile goes before.
    else if (this.left) this.meanwhile = (this.meanwhile || []).concat(name);
  }

  /** Tells the tool an attribute; one that went away gives back its default. */
  put(name) {
    const instead = { lang: this.language, save: 'off' }[name] || '';
    call(() => this.widget.set(name, this.getAttribute(name) || instead));
  }

  /** Another overlay, or another language while still loading: all begins anew, answers stay. A card that may be gone is not gone back to. */
  anew() {
    this.takeDown();
    if (this.left) this.left = this.left.replace(/"detail\/\d+"/, '"results"');
    if (this.isConnected) this.connectedCallback();
  }

  /** Out of the page, perhaps only to another place: the answers wait here, nowhere else. */
  takeDown() {
    if (this.widget) this.left = call(() => this.widget.leave());
    super.takeDown();
  }

  /** What is typed here is ours: the page sees only the element, so the default button of a form around us (ASP.NET) or a
   * one-key shortcut would take it; and many a portal forbids copying and selecting. Tab and Escape are the page's as well:
   * dialogs live on them. */
  get root() {
    const { shadowRoot } = this;
    const root = super.root;
    if (!shadowRoot) {
      ['keydown', 'keypress', 'keyup', 'copy', 'paste', 'selectstart', 'contextmenu'].forEach((name) => root.addEventListener(name, (event) => {
        if (event.key !== 'Tab' && event.key !== 'Escape') event.stopPropagation();
      }));
    }
    return root;
  }

  tell(name, detail) {
    // What waited here is in the tool again, and perhaps about to be deleted there.
    if (name === 'ready') {
      this.left = null;
      (this.meanwhile || []).forEach((changed) => this.put(changed));
      this.meanwhile = null;
    }
    super.tell(name, detail);
  }

  get version() {
    return '__VERSION__';
  }

  get events() {
    return EVENTS;
  }
}

ATTRIBUTES.filter((name) => name !== 'lang').forEach((name) => Object.defineProperty(InPortal.prototype, name, {
  configurable: true,
  enumerable: true,
  get() {
    return this.getAttribute(name) || '';
  },
  set(value) {
    if (value) this.setAttribute(name, value);
    else this.removeAttribute(name);
  },
}));

/** Puts an element into a <div data-buoc-so>, with what stands there. */
function adopt(place) {
  if (place.querySelector('buoc-so')) return;
  const element = document.createElement('buoc-so');
  ATTRIBUTES.concat('mode').forEach((name) => {
    if (place.hasAttribute(`data-${name}`)) element.setAttribute(name, place.getAttribute(`data-${name}`));
  });
  while (place.firstChild) element.appendChild(place.firstChild);
  place.appendChild(element);
}

/** Looks for such places now and whenever something is put into the page. */
export function adoptDivs() {
  const look = () => document.querySelectorAll('[data-buoc-so]').forEach(adopt);
  look();
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
}
