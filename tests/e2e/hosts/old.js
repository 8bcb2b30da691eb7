// What old libraries did to every page: built-in objects extended where everybody sees it (Prototype.js 1.6, MooTools, Bluebird as
// the global Promise), an AMD loader with a base of its own, handlers on everything.
(function () {
  /* eslint-disable no-extend-native */
  Array.prototype.each = function (act) { for (var i = 0; i < this.length; i++) act(this[i], i); return this; };
  Array.prototype.first = function () { return this[0]; };
  Array.prototype.without = function (what) { return this.filter(function (one) { return one !== what; }); };
  Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
  Object.prototype.inherits = function () { return null; };
  String.prototype.strip = function () { return this.replace(/^\s+|\s+$/g, ''); };
  Number.prototype.times = function () { return this; };
  Function.prototype.delay = function () { return 0; };
  Element.prototype.hide = function () { this.style.display = 'none'; };
  // Prototype's and MooTools' own ideas of functions that are standard today.
  Array.from = function (list) { var out = []; for (var i = 0; i < (list || []).length; i++) out.push(list[i]); return out; };
  Function.prototype.bind = function (self) {
    var act = this, given = Array.prototype.slice.call(arguments, 1);
    return function () { return act.apply(self, given.concat(Array.prototype.slice.call(arguments))); };
  };
  var native = window.Promise;
  function Old(act) {
    var inner = new native(act);
    this.then = function (yes, no) { return new Old(function (done) { done(inner.then(yes, no)); }); };
    this['catch'] = function (no) { return this.then(undefined, no); };
    this['finally'] = function (act) { return this.then(function (value) { act(); return value; }, function (error) { act(); throw error; }); };
  }
  ['all', 'race', 'resolve', 'reject'].forEach(function (name) {
    Old[name] = function (what) { return new Old(function (done) { done(native[name].call(native, what)); }); };
  });
  window.Promise = Old;
  window.require.config({ baseUrl: '/khong-co', paths: { app: 'app' } });
  window.exports = undefined;
  window.module = { exports: {} };
  // A page of the 2010s listens to everything.
  window.$(document).on('click keydown change submit', function () {});
  window.$.ajaxSetup({ cache: false });
})();
