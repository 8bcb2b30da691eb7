// What stands around the tool where a province adds something: its name and picture above, whom to ask below, what it adds and
// hides on the about screen. All of it is text and attributes; the overlay has been read by then.

const add = (into, tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
  if (text) element.textContent = text;
  into.appendChild(element);
  return element;
};

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

const day = (text) => text.split('-').reverse().join('/');

/** The frame of one run of the element. */
export function frame(element, words) {
  const { begun, root } = element;
  const box = (place) => {
    const made = document.createElement('div');
    made.className = 'bs local';
    made.setAttribute('data-local', place);
    return made;
  };
  const [top, below] = [box('head'), box('foot')];
  const hidden = {};
  let overlay = null;
  let refused = false;
  let screen = '';
  let drawn = '';

  const tool = () => Array.from(root.children).find((child) => child.classList.contains('bs') && !child.classList.contains('local'));

  const head = (lang) => {
    const wrap = add(top, 'div', '', { class: 'wrap' });
    if (overlay.logo) add(wrap, 'img', '', { src: overlay.logo.data, alt: overlay.logo.alt[lang], class: 'logo' });
    add(wrap, 'b', overlay.name[lang]);
    if (overlay.sample) add(wrap, 'p', words[lang].sample, { class: 'sample', 'data-local': 'sample' });
    if (!overlay.welcome || screen !== 'welcome') return;
    // Languages that the tool does not speak stand beside the one that it speaks now.
    const others = Object.keys(overlay.welcome).filter((code) => !words[code]);
    [lang].concat(others).forEach((code) => add(wrap, 'p', overlay.welcome[code], { lang: code, 'data-local': 'welcome' }));
  };

  const contact = (list, one, lang) => {
    const item = add(list, 'li', '', { 'data-local': 'contact' });
    add(item, 'b', one.name[lang]);
    if (one.note) add(item, 'p', one.note[lang]);
    const row = add(item, 'p', '', { class: 'row' });
    if (one.telephone) add(row, 'a', fill(words[lang].call, { number: one.telephone }), { class: 'btn', href: `tel:${one.telephone.replace(/\D/g, '')}` });
    if (one.link) add(row, 'a', one.link.replace(/^https:\/\//, ''), { class: 'btn', href: one.link, rel: 'noopener noreferrer', target: '_blank', title: words[lang]['new-tab'] });
  };

  const foot = (lang) => {
    const wrap = add(below, 'div', '', { class: 'wrap' });
    if (refused) add(wrap, 'p', words[lang].refused, { role: 'status', 'data-local': 'refused' });
    if (!overlay) return;
    const name = overlay.name[lang];
    if (screen === 'about') {
      const values = { name, date: day(overlay.as_of), added: (overlay.platforms || []).length };
      add(wrap, 'p', fill(words[lang].edition, values), { 'data-local': 'edition' });
      const names = hidden[lang] || [];
      const about = { class: 'src', 'data-local': 'hidden', 'data-value': names.length };
      if (names.length) add(wrap, 'p', fill(words[lang].hidden, { hidden: names.length, names: names.join(', ') }), about);
    }
    if (!overlay.contacts || !overlay.contacts.length) return;
    add(wrap, 'h2', fill(words[lang].contacts, { name }));
    const list = add(wrap, 'ul');
    overlay.contacts.forEach((one) => contact(list, one, lang));
  };

  const draw = () => {
    const inner = element.begun === begun && tool();
    if (!inner) return;
    const lang = words[inner.lang] ? inner.lang : 'vi';
    ['lang', 'data-theme', 'data-size'].forEach((name) => [top, below].forEach((one) => one.setAttribute(name, inner.getAttribute(name) || '')));
    const now = [lang, screen, refused, !!overlay, (hidden[lang] || []).length].join();
    if (now === drawn) return;
    drawn = now;
    [top, below].forEach((one) => { one.textContent = ''; });
    if (overlay) head(lang);
    foot(lang);
  };

  const watch = new MutationObserver(draw);
  const heard = (event) => {
    if (event.target !== element) return;
    if (element.begun !== begun) {
      element.removeEventListener('buoc-so:screen', heard);
      watch.disconnect();
      return;
    }
    screen = event.detail.screen;
    const inner = tool();
    if (inner && !top.parentNode) {
      root.insertBefore(top, inner);
      root.insertBefore(below, inner.nextSibling);
      watch.observe(inner, { attributes: true });
      // What the page around has chosen goes before.
      const chosen = getComputedStyle(element).getPropertyValue('--buoc-so-accent').trim();
      if (overlay && overlay.colours && !chosen) {
        inner.style.setProperty('--buoc-so-accent', overlay.colours.accent);
        inner.style.setProperty('--buoc-so-on-accent', overlay.colours.on_accent);
      }
    }
    draw();
  };
  element.addEventListener('buoc-so:screen', heard);

  return {
    show(read) { overlay = read; draw(); },
    refused() { refused = true; overlay = null; draw(); },
    hides(lang, names) { hidden[lang] = names; draw(); },
  };
}
