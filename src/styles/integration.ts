import type { AstroIntegration } from 'astro';

/**
 * Astro integration: loads the style sheet that fixes the order of the layers before any component's own styles.
 * Without it, a page that imports a component before its layout would make `components` the lowest layer.
 */
export const styleOrder = (): AstroIntegration => ({
  name: 'style-order',
  hooks: {
    'astro:config:setup': ({ injectScript }) => injectScript('page-ssr', "import '/src/styles/index.css';"),
  },
});
