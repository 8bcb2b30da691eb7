// Storage is there and refuses everything, as in private windows and locked-down phones.
(function () {
  function refuse() { throw new DOMException('refused by the test', 'SecurityError'); }
  ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].forEach(function (name) {
    try { Object.defineProperty(window, name, { configurable: true, get: refuse }); } catch (error) { /* not in this engine */ }
  });
})();
