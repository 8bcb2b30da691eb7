// A dialog as Bootstrap 3 and accessible-modal scripts make it: everything else inert, focus brought back, Tab kept inside.
(function () {
  var shade = document.getElementById('shade'), dialog = document.getElementById('dialog'), behind = document.getElementById('behind');
  function within() { return Array.prototype.slice.call(dialog.querySelectorAll('a[href],button,input,select,textarea,[tabindex="0"]')); }
  function show(on) {
    shade.classList[on ? 'add' : 'remove']('open');
    shade.setAttribute('aria-hidden', String(!on));
    [[shade, !on], [behind, on]].forEach(function (pair) { if (pair[1]) pair[0].setAttribute('inert', ''); else pair[0].removeAttribute('inert'); });
    if (on) dialog.focus();
  }
  window.$('#open').on('click', function () { show(true); });
  window.$('#close').on('click', function () { show(false); });
  window.$(document).on('focusin', function (event) { if (shade.classList.contains('open') && !dialog.contains(event.target)) dialog.focus(); });
  window.$(dialog).on('keydown', function (event) {
    var all = within();
    if (event.key !== 'Tab') { if (event.key === 'Escape') show(false); return; }
    if (!event.shiftKey && document.activeElement === all[all.length - 1]) { all[0].focus(); event.preventDefault(); }
    if (event.shiftKey && document.activeElement === all[0]) { all[all.length - 1].focus(); event.preventDefault(); }
  });
})();
