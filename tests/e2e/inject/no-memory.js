// A phone without room for the program.
WebAssembly.instantiate = function () {
  return Promise.reject(new RangeError('WebAssembly.Memory(): could not allocate memory'));
};
