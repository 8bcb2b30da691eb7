// The device becomes full when the test says so (`window.__full`): from then on every write to IndexedDB fails.
(function () {
  ['add', 'put'].forEach(function (name) {
    var real = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function () {
      if (window.__full) throw new DOMException('full (test)', 'QuotaExceededError');
      return real.apply(this, arguments);
    };
  });
})();
