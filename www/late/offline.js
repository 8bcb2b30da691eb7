// Our own page without a network: registers the service worker, says whether everything is on the device, and takes a new
// version where that costs nobody an answer. Loaded with the cards; embeds never load it.

const SAY = __OFFLINE__;
const { serviceWorker } = navigator;

/** A question to the worker; a worker may first fetch what the browser threw away. */
const ask = (worker, type) => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => done(event.data);
  setTimeout(done, 60000);
  worker.postMessage({ type }, [channel.port2]);
});

/** The address of the worker, as current engines want it. */
function address() {
  const trusted = window.trustedTypes;
  if (!trusted) return 'sw.js';
  return trusted.createPolicy('buoc-so', { createScriptURL: (url) => (url === 'sw.js' ? url : '') }).createScriptURL('sw.js');
}

/** The sign below the tool. */
function sign(element) {
  const box = document.createElement('div');
  box.className = 'bs offline';
  const text = box.appendChild(document.createElement('p'));
  text.className = 'wrap src';
  text.setAttribute('role', 'status');
  element.parentNode.insertBefore(box, element.nextSibling);
  let last = ['loading'];
  const draw = (...state) => {
    if (state.length) last = state;
    const [kind, about] = last;
    // As the tool beside it: language, colours, size of text.
    const shown = element.shadowRoot.querySelector('.bs');
    ['lang', 'data-theme', 'data-size'].forEach((name) => shown && box.setAttribute(name, shown.getAttribute(name) || ''));
    const say = SAY[box.lang] || SAY.vi;
    box.setAttribute('data-offline', kind);
    text.textContent = [say[kind], about && say.version].filter(Boolean).join(' ')
      .replace('{version}', about && about.version).replace('{date}', about && about.date);
  };
  return draw;
}

/** Whether an answer is on the screen, so that nothing may be loaded anew. */
function free(element) {
  const root = element.shadowRoot;
  const screen = root && root.querySelector('[data-screen]');
  return !!screen && screen.getAttribute('data-screen') === 'welcome' && !root.querySelector('input:checked');
}

/** When nobody has tapped for three seconds: fetching and checking a bundle must not slow down an answer. */
const quiet = (element) => new Promise((done) => {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      element.removeEventListener('click', wait);
      done();
    }, 3000);
  };
  element.addEventListener('click', wait);
  wait();
});

/** Watches over the offline copy as long as the page lives. */
export async function begin(element) {
  // An element that was taken out and put back begins again; one sign is enough.
  if (document.querySelector('[data-offline]')) return;
  const draw = sign(element);
  draw();
  element.addEventListener('buoc-so:screen', () => draw());
  if (!serviceWorker) return draw('never');
  await quiet(element);
  // A page that an older worker gave has what it needs; its next version waits until nobody is in the middle of something.
  let fresh = false;
  const take = (registration) => {
    if (!free(element)) return;
    if (fresh) location.reload();
    else if (registration.waiting && serviceWorker.controller) registration.waiting.postMessage({ type: 'take' });
  };
  const look = async (registration) => {
    const state = registration.active && await ask(registration.active, 'state');
    if (!state) return draw(registration.installing || registration.waiting ? 'loading' : 'missing');
    return draw(state.missing ? 'missing' : 'ready', state);
  };
  try {
    const registration = await serviceWorker.register(address());
    serviceWorker.addEventListener('controllerchange', () => {
      fresh = true;
      take(registration);
    });
    const watch = () => {
      const worker = registration.installing;
      if (worker) worker.addEventListener('statechange', () => { look(registration); take(registration); });
    };
    registration.addEventListener('updatefound', watch);
    element.addEventListener('buoc-so:screen', () => setTimeout(() => take(registration)));
    watch();
    look(registration);
    take(registration);
  } catch (error) {
    draw('never');
  }
}
