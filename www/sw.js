// The service worker of our own pages (and, with another list, that of the outreach page): one bundle of files, fetched whole and checked by their hashes, or not at all. It
// answers same-origin GETs of these files and nothing else. Code asks for its parts by the hash in their names, so that two
// versions never mix: a page brings its own script, the script its own program and catalogue.

const BUNDLE = '__BUNDLE__';
/** Path below this script: the first half of its SHA-256. */
const FILES = __BUNDLE_FILES__;
const ABOUT = { version: '__VERSION__', date: '__AS_OF_SHOWN__' };
const HOME = new URL('.', location.href).href;
/** Caches belong to the whole host: the folder in their names keeps ours apart from those of another copy of this site. */
const OURS = `__WORKER__ ${HOME} `;
const NAME = OURS + BUNDLE;
const START = '__START__';

const mine = async () => (await caches.keys()).filter((name) => name.indexOf(OURS) === 0);
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => `0${byte.toString(16)}`.slice(-2)).join('').slice(0, 16);

/** One file into the cache, unless it is there. What a first attempt fetched, the next need not. */
async function keep(cache, path) {
  const address = HOME + path;
  if (await cache.match(address)) return;
  // Hashed names never change their bytes, so what the page has just loaded is good; the others are asked for anew.
  const ways = path.indexOf(FILES[path]) < 0 ? ['no-cache', 'reload'] : ['default', 'reload'];
  for (const way of ways) {
    const answer = await fetch(address, { cache: way, credentials: 'omit', referrerPolicy: 'origin' });
    const body = answer.ok && await answer.arrayBuffer();
    if (body && hex(await crypto.subtle.digest('SHA-256', body)) === FILES[path]) {
      // A new answer: pages refuse one that was redirected.
      await cache.put(address, new Response(body, { headers: answer.headers }));
      return;
    }
  }
  throw new Error(`${path} is not the file of version ${BUNDLE}`);
}

const fill = async () => {
  const cache = await caches.open(NAME);
  return Promise.all(Object.keys(FILES).map((path) => keep(cache, path)));
};

self.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  // The version before stays: a page of it may be half loaded.
  event.waitUntil(mine().then((names) => {
    const others = names.filter((name) => name !== NAME);
    return Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  }));
});

async function answer(request, path) {
  for (const name of [NAME, ...await mine()]) {
    const cache = await caches.open(name);
    const found = await cache.match(HOME + path);
    if (found) return found;
  }
  return fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || request.headers.has('range')) return;
  const address = request.url.replace(/[?#].*$/, '');
  if (address.indexOf(HOME) !== 0) return;
  const path = address.slice(HOME.length) || START;
  // Ours by name, or by a hash in its name, of this version or of the one before; everything else is the network's.
  if (path in FILES || /-[0-9a-f]{16}\.|^catalogue\//.test(path)) event.respondWith(answer(request, path));
});

/** What is here. A browser that threw files away gets them again while there is a network. */
async function state() {
  const whole = await fill().then(() => true, () => false);
  const all = Object.keys(FILES);
  const cache = await caches.open(NAME);
  const here = await Promise.all(all.map((path) => cache.match(HOME + path)));
  return { version: ABOUT.version, date: ABOUT.date, missing: !whole, all: all.length, here: here.filter(Boolean).length };
}

self.addEventListener('message', (event) => {
  const { type } = event.data || {};
  if (type === 'take') self.skipWaiting();
  if (type === 'state' && event.ports[0]) event.waitUntil(state().then((found) => event.ports[0].postMessage(found), () => {}));
});
