/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Whether the content was checked just before this build: it need not be proved again. */
  readonly CONTENT_IS_PROVED?: boolean;
}

declare namespace App {
  /** What a page hands to the components inside its text, since MDX hands them no properties of the page. */
  interface Locals {
    challenge?: import('./model/catalogue.ts').Entry<import('./schema/challenge.ts').Challenge>;
    everything?: import('./model/catalogue.ts').Catalogue;
  }
}

/** TypeScript itself cannot read components; Astro's own check can, and then this is not asked for. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
