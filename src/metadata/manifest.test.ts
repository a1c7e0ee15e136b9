import { expect, test } from 'vitest';
import { webManifest } from './manifest.ts';

test('every address of the manifest lies under the base path', () => {
  const { icons, ...manifest } = webManifest((path) => `/guide${path}`, '#ffffff');

  expect(manifest).toMatchObject({ id: '/guide/', start_url: '/guide/', scope: '/guide/' });
  expect(icons.map(({ src }) => src).filter((src) => !src.startsWith('/guide/icons/'))).toEqual([]);
});

test('the manifest has the icons that an installation asks for', () => {
  const icons = webManifest((path) => path, '#ffffff').icons.map(
    ({ sizes, purpose }) => `${sizes} ${purpose}`,
  );

  expect(icons).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
});
