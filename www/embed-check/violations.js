// What the policy of the page has stopped, as far as it concerns the tool.

export const HERE = new URL('.', import.meta.url).href;
export const HOST = new URL(HERE).origin;

const seen = [];
document.addEventListener('securitypolicyviolation', (event) => {
  seen.push({
    part: event.effectiveDirective || event.violatedDirective || '',
    what: event.blockedURI || '',
    from: event.sourceFile || '',
  });
});

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Whether a part of the policy (`connect-src`) has stopped something of ours. Events come a moment after the failure. */
export async function stopped(part) {
  await pause(150);
  return seen.some((one) => one.part.indexOf(part) === 0 && (one.what.indexOf(HOST) === 0 || one.from.indexOf(HERE) === 0));
}
