import type { AstroIntegration } from 'astro';

/** The gallery of components: its address, from the root of the site, and the page behind it. */
const GALLERY = { pattern: '/gallery/', entrypoint: './src/gallery/index.astro', prerender: true };

/**
 * Astro integration: adds the gallery of components to what `npm run dev` serves. No build of the guide has it.
 * @param isBuilt for the one build that has nothing else, which the tests look at
 */
export const gallery = ({ isBuilt = false } = {}): AstroIntegration => ({
  name: 'gallery',
  hooks: {
    'astro:config:setup': ({ command, config, injectRoute, addMiddleware }) => {
      if (isBuilt || command === 'dev') injectRoute(GALLERY);
      if (isBuilt)
        addMiddleware({ order: 'pre', entrypoint: new URL('src/gallery/middleware.ts', config.root) });
    },
  },
});
