// The custom element <buoc-so> and its loader: the one way in, also for our own page (contract section 6). Finds its files
// beside itself, loads the wasm once for all widgets of a page, and turns every failure into something a person can read and
// a `buoc-so:error` that the host page can hear. Knows no platform, law or question.

import { ATTRIBUTES, BuocSo } from './loader/element.js';

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
