// Keeps hold of our wasm's memory, to be measured: `window.__pages()` gives its pages of 64 KiB.
(function () {
  var memories = [];
  function keep(instance) {
    Object.keys(instance.exports).forEach(function (name) { if (instance.exports[name] instanceof WebAssembly.Memory) memories.push(instance.exports[name]); });
  }
  var real = WebAssembly.instantiate;
  WebAssembly.instantiate = function () {
    return real.apply(WebAssembly, arguments).then(function (made) { keep(made.instance || made); return made; });
  };
  window.__pages = function () { return memories.reduce(function (sum, memory) { return sum + memory.buffer.byteLength / 65536; }, 0); };
})();
