// The lists of what is inside: the bill of materials against its published schema, and a licence for everything that it names.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE, artefact, filesBelow, required } from './workshop.mjs';

const sbom = () => JSON.parse(artefact('SBOM.cdx.json'));
const libraries = () => sbom().components.filter(({ type }) => type === 'library');

export default {
  'the bill of materials keeps to the schema of CycloneDX': async () => {
    const { Spec, Validation } = required('@cyclonedx/cyclonedx-library');
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    assert.equal(await validator.validate(String(artefact('SBOM.cdx.json'))), null);
    assert.notEqual(await validator.validate(JSON.stringify({ ...sbom(), specVersion: 1.6 })), null, 'the validator finds nothing');
  },
  'every part is named once and every need is a part': () => {
    const { components, dependencies, metadata } = sbom();
    const refs = components.concat(metadata.component).map(part => part['bom-ref']);
    assert.equal(new Set(refs).size, refs.length);
    for (const { ref, dependsOn } of dependencies) for (const need of [ref, ...dependsOn]) assert.ok(refs.includes(need), need);
    const names = libraries().map(({ name }) => name);
    for (const name of ['leptos', 'wasm-bindgen', 'serde_json', 'qrcodegen', 'rust-std', 'dlmalloc']) assert.ok(names.includes(name), name);
    for (const name of ['clap', 'ts-rs', 'xtask', 'proptest', 'tar', 'serde_derive']) assert.ok(!names.includes(name), name);
  },
  'the wasm of the package is one that the bill names': () => {
    const hashes = sbom().components.filter(({ type }) => type === 'file').map(({ hashes: [{ content }] }) => content);
    const wasm = filesBelow(PACKAGE).filter(name => name.endsWith('.wasm'));
    assert.ok(wasm.length >= 2);
    for (const file of wasm) assert.ok(hashes.includes(createHash('sha256').update(readFileSync(join(PACKAGE, file))).digest('hex')), file);
  },
  'each library has a text of its licence': () => {
    const page = String(artefact('LICENCES.html'));
    assert.equal(page, readFileSync(join(PACKAGE, 'LICENCES.html'), 'utf8'));
    for (const { name, version } of libraries()) {
      const [, texts] = new RegExp(`<tr><td>${name} ${version.replace(/[.+]/g, '\\$&')}</td><td>[^<]+</td><td>(.*)</td></tr>`).exec(page) || [];
      assert.match(texts || '', /^(<a href="#t\d+">\d+<\/a>\*? ?)+$/, `${name} ${version}`);
    }
    for (const [, place] of page.matchAll(/href="(#\w+)"/g)) assert.ok(page.includes(`id="${place.slice(1)}"`), place);
    assert.doesNotMatch(page, /\/root\/|\/home\//);
  },
};
