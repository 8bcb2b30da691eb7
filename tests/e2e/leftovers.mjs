// What is left of a person: the whole page as text (every shadow root, every state of a field) to be compared with a fresh one, and
// everything that is stored. Runs inside the page; must parse in Chromium 64.

/** In the page: the document as text, with what is ticked, chosen or typed; numbers become #, because persons are numbered. */
export function wholePage() {
  const out = [];
  const walk = node => {
    if (node.nodeType === 3) { const text = node.nodeValue.replace(/\d+/g, '#').trim(); if (text) out.push(text); return; }
    if (node.nodeType !== 1 || /^(SCRIPT|STYLE)$/.test(node.tagName)) return;
    const about = Array.from(node.attributes).map(a => a.name + '=' + a.value.replace(/\d+/g, '#')).sort();
    // Whether the page was drawn before the program came says nothing of a person.
    if (node.tagName === 'BUOC-SO') about.splice(0, about.length);
    if (node.checked) about.push('CHECKED');
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) && node.type !== 'radio' && node.type !== 'checkbox') about.push('VALUE ' + node.value);
    out.push('<' + node.tagName + ' ' + about.join(' ') + '>');
    if (node.shadowRoot) { out.push('#shadow'); node.shadowRoot.childNodes.forEach(walk); out.push('/#shadow'); }
    node.childNodes.forEach(walk);
  };
  walk(document.documentElement);
  return out;
}

/** In the page: every string that is stored anywhere, and what else outlives a page. Texts that are JSON are taken apart. */
export async function everythingStored() {
  const all = await P.stored();
  const words = [];
  const take = value => {
    if (typeof value === 'string') {
      let inside = null;
      try { inside = /^[[{]/.test(value) ? JSON.parse(value) : null; } catch (error) { inside = null; }
      if (inside) take(inside); else words.push.apply(words, value.split(/[:|;,=\s]+/));
    } else if (Array.isArray(value)) value.forEach(take);
    else if (value && typeof value === 'object') Object.keys(value).forEach(key => { take(key); take(value[key]); });
  };
  take([all.local, all.session, all.idb, all.cookie]);
  return {
    words, local: Object.keys(all.local).length, session: Object.keys(all.session).length, cookie: all.cookie,
    texts: all.idb, history: history.length, state: JSON.stringify(history.state), name: window.name, address: location.search + location.hash,
  };
}
