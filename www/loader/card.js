// What stands in the app's place when it does not run: a few words at once, then all content as text.

import { FILES, SAY } from './files.js';
import { at, script, styled } from 'files-of-the-tool';

const add = (into, tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
  if (text) element.textContent = text;
  into.appendChild(element);
  return element;
};

/** Draws the card `guide`, `broken` or `slow` with one button. `box` is to be removed, `touched` tells that somebody reads. */
export function card(root, lang, kind, act) {
  const say = SAY[lang];
  [FILES.style, FILES.late].forEach((file) => styled(root, file));
  const box = add(root, 'div', '', { class: 'bs', 'data-theme': 'auto', lang });
  const body = add(add(box, root.host.own ? 'main' : 'div', '', { 'data-screen': kind === 'broken' ? kind : 'guide' }), 'div', '', { class: 'wrap body' });
  const title = add(body, 'h1', say[kind][0], { tabindex: '-1' });
  add(body, 'p', say[kind][1]);
  const row = add(body, 'p', '', { class: 'row' });
  const button = add(row, 'button', say.reload, { class: 'btn go', type: 'button', 'data-action': 'reload' });
  button.onclick = act;
  const address = at(FILES.handbook[lang]);
  if (address) add(row, 'a', say.handbook, { class: 'btn', href: address });
  add(body, 'slot');
  const drawn = { box, title, button, touched: false };
  ['click', 'keydown', 'touchmove', 'wheel'].forEach((name) => box.addEventListener(name, () => {
    drawn.touched = true;
  }));
  // After a trap nothing is asked for by itself: the page had said that it is loaded.
  if (kind !== 'broken' || !address) script(FILES.guide).then((guide) => guide.show(body, at(FILES.text[lang]))).catch(() => {});
  return drawn;
}
