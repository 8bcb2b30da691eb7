// What came over the wire and when, as the browser counts it: packed bodies and their headers.
export async function listen(cdp) {
  const requests = new Map();
  let clock = null;
  const of = event => requests.get(event.requestId);
  const add = (event, bytes, head = false) => { if (of(event) && bytes > 0) of(event).pieces.push({ at: event.timestamp, bytes, head }); };
  cdp.on('Network.requestWillBeSent', event => {
    // The browser's own clock to the one of the page.
    if (clock === null) clock = event.wallTime - event.timestamp;
    requests.set(event.requestId, { path: new URL(event.request.url).pathname, pieces: [], done: false });
  });
  cdp.on('Network.responseReceived', event => add(event, event.response.encodedDataLength, true));
  cdp.on('Network.dataReceived', event => add(event, event.encodedDataLength));
  cdp.on('Network.loadingFinished', event => {
    if (!of(event)) return;
    add(event, event.encodedDataLength - of(event).pieces.reduce((sum, piece) => sum + piece.bytes, 0));
    of(event).done = true;
  });
  await cdp.send('Network.enable');
  const count = until => {
    const files = {};
    let heads = 0;
    for (const { path, pieces } of requests.values())
      for (const piece of pieces) if (piece.at + clock <= until) {
        files[path] = (files[path] || 0) + piece.bytes;
        if (piece.head) heads += piece.bytes;
      }
    const bytes = Object.values(files).reduce((sum, size) => sum + size, 0);
    return { bytes, bodies: bytes - heads, files };
  };
  return {
    /** Up to a moment of the page, given as milliseconds since 1970. */
    until: moment => count(moment / 1000),
    all: () => count(Infinity),
    quiet: () => [...requests.values()].every(request => request.done),
  };
}
