// The element: registered by the import, its events and attributes typed.
import 'buoc-so/element';
import type { BuocSoElement, Screen } from 'buoc-so/element';

const heard: { name: string; screen?: Screen; code?: string }[] = [];
Object.assign(window, { heard });

const element: BuocSoElement = document.createElement('buoc-so');
element.setAttribute('lang', 'en');
element.overlay = 'local.json';
element.addEventListener('buoc-so:screen', ({ detail }) => heard.push({ name: 'screen', screen: detail.screen }));
element.addEventListener('buoc-so:error', (event) => heard.push({ name: 'error', code: event.detail.code }));
document.addEventListener('buoc-so:ready', () => heard.push({ name: 'ready' }));
document.body.append(element);
