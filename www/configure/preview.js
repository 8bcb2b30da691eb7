// The real tool with what was chosen: its attributes follow.

import { ATTRIBUTES } from './snippets.js';

const place = () => document.querySelector('[data-preview]');
const element = () => place().querySelector('buoc-so');

/** Puts what was chosen onto the element; only what changes is touched, so that the run in it goes on. Gives whether the tool
 *  loads something anew. */
export function follow(chosen) {
  const tool = element();
  // The policy of this page lets it load from its own host only.
  const shown = Object.assign({}, chosen, { overlay: chosen.elsewhere ? '' : chosen.overlay });
  const anew = (tool.getAttribute('overlay') || '') !== shown.overlay;
  ATTRIBUTES.forEach((name) => {
    if ((tool.getAttribute(name) || '') === shown[name]) return;
    if (shown[name]) tool.setAttribute(name, shown[name]);
    else tool.removeAttribute(name);
  });
  const { colours, radius, width } = chosen;
  const properties = { accent: colours && colours.accent, 'on-accent': colours && colours.onAccent, radius, 'max-width': width };
  Object.keys(properties).forEach((name) => {
    if (properties[name]) tool.style.setProperty(`--buoc-so-${name}`, properties[name]);
    else tool.style.removeProperty(`--buoc-so-${name}`);
  });
  return anew;
}

/** A fresh tool in place of the one that was tried. */
export function again(chosen) {
  const fresh = document.createElement('buoc-so');
  place().replaceChild(fresh, element());
  follow(chosen);
}

/** As wide as a phone, or as the page. */
export function size(width) {
  place().setAttribute('data-preview', width);
}

/** Tells what goes wrong in there. Slow is not wrong. */
export function hear(told) {
  place().addEventListener('buoc-so:error', (event) => event.detail.message === 'slow' || told(event.detail.code));
}
