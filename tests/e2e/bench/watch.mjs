// Runs in the page from its first moment on (as source), so that no time of the wire between us and the browser is measured.
/* eslint-env browser */

/**
 * `page`: { field, name, next, opening } (selectors and the attribute that holds a question's id);
 * `plan`: { first: the answer to the first question or null, advance: whether to tap on next as well }.
 */
export function watch(page, plan) {
  const bench = window.__bench = { marks: {}, taps: [], lost: 0, memories: [] };
  const roots = () => {
    const host = document.querySelector('buoc-so');
    return host && host.shadowRoot ? [host.shadowRoot, document] : [document];
  };
  const shown = selector => {
    for (const root of roots())
      for (const element of root.querySelectorAll(selector)) if (element.getBoundingClientRect().height > 0) return element;
    return null;
  };
  const field = () => shown(page.field);
  /** The question on the screen, else the screen, else nothing. */
  const where = bench.where = () => {
    const now = field();
    if (now) return now.getAttribute(page.name);
    const screen = shown('[data-screen]');
    return screen ? screen.getAttribute('data-screen') : null;
  };
  bench.checked = () => { const now = field(); return now ? Array.from(now.querySelectorAll('input:checked'), input => input.value) : []; };
  bench.inShadow = () => { const now = field(); return !!now && now.getRootNode() !== document; };

  /** Called in a frame; tells the time once that frame has been painted. */
  const painted = then => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  };

  let first = null, reacted = false, lastTap = -1e9, pending = null;
  /** The first answer, as soon as a finger could give it; then next, again every 300 ms while nothing shows that it was noticed. */
  const race = () => {
    if (!first) {
      const input = field() && field().querySelector(`input[value="${plan.first}"]`);
      if (!input) return;
      first = where();
      bench.marks.seen = performance.now();
      return painted(() => {
        (input.labels && input.labels[0] || input).click();
        if (input.checked) bench.marks.first = performance.now(); else first = null;
      });
    }
    if (!plan.advance || !bench.marks.first || bench.marks.second || reacted === 'there') return;
    if (where() !== first) {
      if (!where()) return;
      reacted = 'there';
      return painted(time => { bench.marks.second = time; });
    }
    const opening = page.opening && shown(page.opening);
    if (opening && opening.textContent === opening.getAttribute('data-opening')) reacted = true;
    const next = shown(page.next);
    if (reacted || !next || performance.now() - lastTap < 300) return;
    if (lastTap > 0) bench.lost += 1;
    lastTap = performance.now();
    bench.marks.tapped = bench.marks.tapped || lastTap;
    next.click();
  };
  /** Every later tap on a button: from the finger leaving the glass to the paint of what came. */
  const follow = () => {
    if (!pending || where() === pending.from) return;
    const { from, start } = pending, to = where(), question = !!field();
    pending = null;
    painted(time => bench.taps.push({ from, to, question, ms: time - start }));
  };
  addEventListener('click', event => {
    const at = event.composedPath()[0];
    if (event.isTrusted && at.closest && at.closest('button, input[type="button"]')) pending = { from: where(), start: event.timeStamp };
  }, true);
  addEventListener('buoc-so:ready', () => { bench.marks.ready = performance.now(); });

  const frame = () => {
    if (bench.stopped) return;
    if (plan.first && document.body) race();
    follow();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  // The memory of a wasm program is no part of the heap that the engine reports: kept here to be asked for its size.
  const keep = result => {
    const { exports } = result.instance || result;
    Object.values(exports).forEach(value => { if (value instanceof WebAssembly.Memory) bench.memories.push(value); });
    return result;
  };
  ['instantiate', 'instantiateStreaming'].forEach(name => {
    const real = WebAssembly[name];
    WebAssembly[name] = function (...given) { return real.apply(WebAssembly, given).then(keep); };
  });
}
