// Where files come from in the npm package: each by an address of its own, which a bundler sees and may change. Scripts that
// come late elsewhere are a part of this one: a bundler would take small files for pictures and write them into addresses.

import { LATE, PLACES } from './list.js';

export const at = (file) => PLACES[file] || '';
/** Where the tool stands for everybody, for sharing: the page that holds it. */
export const home = () => location.href.replace(/[?#].*$/, '');
/** A module of ours. */
export const script = (file) => (LATE[file] ? LATE[file]() : import(/* @vite-ignore */ /* webpackIgnore: true */ at(file)));
