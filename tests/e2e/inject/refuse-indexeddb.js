// IndexedDB refuses to open while the address says so: `?idb=throws`, `?idb=gone`. The rest of the storage is there.
(function () {
  var how = /[?&]idb=(\w+)/.exec(location.search);
  if (!how) return;
  if (how[1] === 'gone') Object.defineProperty(window, 'indexedDB', { configurable: true, get: function () { return undefined; } });
  else IDBFactory.prototype.open = function () { throw new DOMException('refused by the test', 'SecurityError'); };
})();
