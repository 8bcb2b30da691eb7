// BigPipe: the page comes with holes that a script fills later; behaviours are attached to every new part, and to the old ones again.
window.Drupal = { attached: 0 };
setTimeout(function () {
  var box = document.createElement('div');
  // The replacement comes as text; a parser of its own, as jQuery's.
  box.appendChild(document.createElement('div')).setAttribute('data-buoc-so', '');
  var tool = box.firstChild;
  tool.setAttribute('data-lang', 'en');
  tool.setAttribute('data-province', '40');
  tool.setAttribute('data-start', 'health');
  window.$('[data-big-pipe-placeholder-id]').replaceWith(tool);
  function attach() {
    window.Drupal.attached += 1;
    window.$('[data-buoc-so]').each(function () { window.$(this).addClass('processed').attr('data-once', 'behaviour'); });
  }
  attach();
  setTimeout(attach, 50);
}, 300);
