// The kill switch: put in the place of `sw.js` or of `sw-outreach.js`, it takes the worker and its files away from every device that has it, at the
// device's next visit. Nothing else is touched: kept answers stay.

/** As in `sw.js`: the files of this folder, not those of another copy of the site on the same host. */
const OURS = `buoc-so${/sw-outreach/.test(location.pathname) ? '-outreach' : ''} ${new URL('.', location.href).href} `;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.indexOf(OURS) === 0).map((name) => caches.delete(name))))
    .then(() => self.registration.unregister()));
});
