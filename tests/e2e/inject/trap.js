// Lets a test make our wasm trap: every function it imports throws once, when `window.__trap` counts down to 0.
// The error travels through the wasm frames exactly as a trap does. `#trap=N` in the address arms it from the start.
(function () {
  var armed = /[#&]trap=(\d+)/.exec(location.hash);
  if (armed) window.__trap = Number(armed[1]);
  function armedImports(imports) {
    var out = {};
    Object.keys(imports || {}).forEach(function (module) {
      out[module] = {};
      Object.keys(imports[module]).forEach(function (name) {
        var real = imports[module][name];
        out[module][name] = typeof real !== 'function' ? real : function () {
          if (window.__trap > 0 && --window.__trap === 0) throw new WebAssembly.RuntimeError('unreachable (test)');
          return real.apply(this, arguments);
        };
      });
    });
    return out;
  }
  ['instantiate', 'instantiateStreaming'].forEach(function (name) {
    var real = WebAssembly[name];
    if (real) WebAssembly[name] = function (source, imports) { return real.call(WebAssembly, source, armedImports(imports)); };
  });
  var Instance = WebAssembly.Instance;
  WebAssembly.Instance = function (module, imports) { return new Instance(module, armedImports(imports)); };
  WebAssembly.Instance.prototype = Instance.prototype;
})();
