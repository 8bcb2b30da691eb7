// Storage opens and every write fails, as on a full phone.
(function () {
  function full() { throw new DOMException('full (test)', 'QuotaExceededError'); }
  Storage.prototype.setItem = full;
  ['add', 'put'].forEach(function (name) { IDBObjectStore.prototype[name] = full; });
})();
