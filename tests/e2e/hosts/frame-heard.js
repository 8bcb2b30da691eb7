// What the portal hears of the frame, kept for the test.
window.__heard = [];
addEventListener('message', function (event) { window.__heard.push({ data: event.data, origin: event.origin, own: event.source === window }); });
