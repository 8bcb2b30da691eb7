// Does to the page what translators of browsers, in-app browsers and extensions do to it, in open shadow roots, too.
// `rewrite.js?MODE` begins with the page; `__rewrite.start(mode)` and `.stop()` at any time. Must parse in Chromium 64.
// What it writes is the old text with MARK before it, so that a test can take the marks away and compare.
(function () {
  var MARK = '\u203b', mode = '', pending = [], observers = [], roots = [document], done = new WeakSet();
  var LEFT = /^(SCRIPT|STYLE|TITLE|TEXTAREA|OPTION|svg|text)$/, INLINE = 'b, a, small, svg, span, button, label, p, h2, h3';

  function texts(root) {
    var walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [], node;
    while ((node = walk.nextNode())) {
      var up = node.parentNode;
      if (node.data.trim() && !LEFT.test(up.nodeName) && !done.has(node) && node.data.indexOf(MARK) < 0) found.push(node);
    }
    return found;
  }
  function font() {
    var out = document.createElement('font');
    out.style.verticalAlign = 'inherit';
    return out;
  }
  /** As Google's translator: two elements, the translation in a text of its own, the old text out of the page. */
  function asFont(node, text) {
    var inner = font(), outer = font(), fresh = document.createTextNode(MARK + text);
    inner.appendChild(fresh);
    outer.appendChild(inner);
    node.parentNode.replaceChild(outer, node);
  }

  var onText = {
    font: function (node) { asFont(node, node.data); },
    wrap: function (node) {
      var outer = font();
      node.parentNode.replaceChild(outer, node);
      outer.appendChild(node);
      node.data = MARK + node.data;
    },
    replace: function (node) { node.parentNode.replaceChild(document.createTextNode(MARK + node.data), node); },
    data: function (node) { node.data = MARK + node.data; },
    split: function (node) {
      done.add(node);
      if (node.data.length > 2) done.add(node.splitText(node.data.length >> 1));
    },
    remove: function (node) { node.parentNode.removeChild(node); }
  };
  var onRoot = {
    normalize: function (root) { root.normalize(); },
    // What extensions leave between our nodes, and around them.
    foreign: function (root) {
      Array.from(root.querySelectorAll('main *, header *')).forEach(function (el) {
        if (done.has(el) || el.closest('select, svg')) return;
        done.add(el);
        var extra = document.createElement('i');
        done.add(extra);
        extra.hidden = true;
        el.parentNode.insertBefore(document.createComment('not yours'), el);
        el.parentNode.insertBefore(extra, el.nextSibling);
        el.appendChild(document.createComment('not yours'));
      });
    },
    around: function (root) {
      Array.from(root.querySelectorAll(INLINE)).forEach(function (el) {
        if (el.parentNode.nodeName === 'FONT' || el.parentNode.closest('svg') || el.contains(root.getRootNode().activeElement)) return;
        var outer = font();
        el.parentNode.replaceChild(outer, el);
        outer.appendChild(el);
      });
    }
  };

  function rewrite() {
    roots.forEach(function (root) {
      if (onRoot[mode]) onRoot[mode](root === document ? document.body || document.documentElement : root);
      else if (onText[mode]) texts(root).forEach(onText[mode]);
    });
    var html = document.documentElement;
    if (html.className !== 'translated-ltr') html.className = 'translated-ltr';
  }
  function watch(root) {
    var observer = new MutationObserver(function () { if (mode && mode !== 'late') rewrite(); });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    observers.push(observer);
  }
  var attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    var root = attach.call(this, how);
    roots.push(root);
    watch(root);
    return root;
  };
  watch(document);
  // Between the tap and what it draws: before our listeners, and after them.
  ['click', 'change', 'input'].forEach(function (name) {
    [true, false].forEach(function (capture) {
      addEventListener(name, function () { if (mode && mode !== 'late') rewrite(); }, capture);
    });
  });

  window.__rewrite = {
    mark: MARK,
    start: function (wanted) { mode = wanted; done = new WeakSet(); if (mode !== 'late') rewrite(); },
    stop: function () { mode = ''; },
    /** A slow translator: reads now … */
    read: function () {
      if (mode !== 'late') return;
      pending = [];
      roots.forEach(function (root) { texts(root).forEach(function (node) { pending.push([node, node.data]); }); });
    },
    /** … and writes what it read when the screen may be another one. */
    write: function () {
      pending.forEach(function (pair, at) {
        if (at % 2) pair[0].data = MARK + pair[1];
        else if (pair[0].parentNode) asFont(pair[0], pair[1]);
      });
      pending = [];
    }
  };
  var asked = /rewrite\.js\?(\w+)/.exec(document.currentScript.src);
  if (asked) mode = asked[1];
})();
