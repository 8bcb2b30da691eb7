// The outreach page without a network: registers its own service worker, which keeps what a training session needs and nothing of what
// only citizens load, and tells the program whether every file is here. A new version is taken only where no person is being helped.

const { serviceWorker } = navigator;
const WORKER = 'sw-outreach.js';

const ask = (worker, type) => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => done(event.data);
  setTimeout(done, 60000);
  worker.postMessage({ type }, [channel.port2]);
});

/** The address of the worker, as current engines want it. */
function address() {
  const trusted = window.trustedTypes;
  if (!trusted) return WORKER;
  return trusted.createPolicy('buoc-so', { createScriptURL: (url) => (url === WORKER ? url : '') }).createScriptURL(WORKER);
}

/** Whether nobody is in the middle of something. */
function free(element) {
  const root = element.shadowRoot;
  const screen = root && root.querySelector('[data-screen]');
  // What is in memory only would be lost.
  return !!screen && /^(safety|practice)$/.test(screen.getAttribute('data-screen')) && !root.querySelector('[data-storage="memory"]');
}

/** Watches over the offline copy as long as the page lives. */
export async function begin(element) {
  const tell = (kind, state) => {
    const { here = 0, all = 0, version = '', date = '' } = state || {};
    if (element.widget) element.widget.set('ready', [kind, here, all, version, date].join('|'));
  };
  if (!serviceWorker) return tell('never');
  let fresh = false;
  const take = (registration) => {
    if (!free(element)) return;
    if (fresh) location.reload();
    else if (registration.waiting && registration.active) registration.waiting.postMessage({ type: 'take' });
  };
  const look = async (registration) => {
    const state = registration.active && await ask(registration.active, 'state');
    if (!state) return tell(registration.installing || registration.waiting ? 'loading' : 'missing');
    return tell(state.missing ? 'missing' : 'ready', state);
  };
  try {
    const controlled = !!serviceWorker.controller;
    const worker = address();
    const registration = await serviceWorker.register(worker, { scope: 'outreach.html' });
    // The same worker for the forms on paper, which are pages of their own.
    serviceWorker.register(worker, { scope: 'phieu' }).catch(() => {});
    serviceWorker.addEventListener('controllerchange', () => {
      fresh = controlled;
      take(registration);
    });
    const watch = () => {
      const fresher = registration.installing;
      if (fresher) fresher.addEventListener('statechange', () => { look(registration); take(registration); });
    };
    registration.addEventListener('updatefound', watch);
    element.addEventListener('buoc-so:screen', () => setTimeout(() => take(registration)));
    watch();
    look(registration);
    take(registration);
  } catch (error) {
    tell('never');
  }
  return undefined;
}
