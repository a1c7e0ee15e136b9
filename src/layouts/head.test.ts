import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLdOf } from './head.ts';

test.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', '"\\\u2028', '🙂'.repeat(300)])(
  'what a node says cannot leave its script element: %s',
  (name) => {
    const text = jsonLdOf([{ '@type': 'WebPage', '@id': 'https://a.example/', name }]);

    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({ '@context': 'https://schema.org', '@graph': [{ name }] });
  },
);

test('nodes come back from the text as they are and never end their element, whatever their strings hold', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script>', '<!--', ']]>', '<script', '\u2028'),
  );
  const text = fc.array(piece, { maxLength: 5 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.dictionary(text, text), (name, rest) => {
      const written = jsonLdOf([{ ...rest, name }]);

      expect(written).not.toContain('<');
      expect((JSON.parse(written) as { '@graph': unknown })['@graph']).toEqual([
        JSON.parse(JSON.stringify({ ...rest, name })),
      ]);
    }),
  );
});
