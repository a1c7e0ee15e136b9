import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { noteOf, withNote } from './note.ts';

const COPY = { version: '0.1.0', date: '2026-11-28T20:34:00Z' };
const NOTE = '<p class="kept-copy">Note</p>';

const aPage = (head: string, body = '<a href="#main">Skip</a><header>Guide</header><main>Text</main>') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

test.each([
  ['gone', 'Opened without a network: this is the copy of 28 November 2026, version 0.1.0. About this copy'],
  [
    'slow',
    'Opened while the network did not answer: this is the copy of 28 November 2026, version 0.1.0. About this copy',
  ],
  [
    'fault',
    'Opened while the host of the guide had a fault: this is the copy of 28 November 2026, version 0.1.0. About this copy',
  ],
] as const)('a note says why a page comes from the copy, and from which: %s', (reason, text) => {
  const { document } = parseHTML(noteOf(reason, COPY, '/guide/'));

  expect(document.querySelector('[role=status]')?.textContent).toBe(text);
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/guide/offline/');
  expect(document.querySelector('link')?.getAttribute('href')).toBe('/guide/offline-note.css');
});

test('a note is text, whatever the version and the address hold', () => {
  const note = noteOf('gone', { version: '<script>1</script>&' }, '/"><script>2</script>/');

  expect(parseHTML(note).document.querySelector('script')).toBeNull();
  expect(note).toContain('version &lt;script&gt;1&lt;/script&gt;&amp;');
});

test('a note stands before the header, behind the link that skips it', () => {
  expect(withNote(aPage('<title>A page</title>'), NOTE)).toContain(`Skip</a>${NOTE}<header>`);
});

test('a note stands at the beginning of a body without a header', () => {
  const redirect = '<!doctype html><title>Redirecting</title><body><a href="/x/">Redirecting</a></body>';

  expect(withNote(redirect, NOTE)).toContain(`<body>${NOTE}<a`);
  expect(withNote(aPage('', '<main><header>Of an article</header></main>'), NOTE)).toContain(
    `<body>${NOTE}<main>`,
  );
});

test.each([
  '<title><body><header> in a title</title>',
  '<meta name="description" content="<body><header> in an attribute">',
  "<meta name='description' content='</head><body class=\"x\"><header>'>",
  '<!-- <body><header> in a comment -->',
  '<script type="application/ld+json">{"name":"<body><header>"}</script>',
  '<style>a::before { content: "<body><header>" }</style>',
  '<noscript><link href="<body>"><body></noscript>',
  '<meta content="a > b"><meta content="it\'s"><meta content=\'"\'>',
])('nothing in the head passes for the body: %s', (head) => {
  expect(withNote(aPage(head), NOTE)).toBe(aPage(head).replace('<header>Guide', `${NOTE}<header>Guide`));
});

test('a note is not a pattern: its signs stay as they are', () => {
  expect(withNote(aPage(''), '$&$1')).toContain('$&$1<header>');
});

test('what is no page stays as it is', () => {
  for (const text of ['', 'text', '<!doctype html><title>No body</title>'])
    expect(withNote(text, NOTE)).toBe(text);
});
