// For browsers that do not know modules (before Chromium 61): all content as text.
location.replace(/[?&]lang=en/.test(location.search) ? 'cam-nang-en.html' : 'cam-nang.html');
