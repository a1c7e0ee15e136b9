import { iconAddress, ICONS } from './icons.ts';
import { GUIDE } from '../model/guide.ts';

/**
 * The web manifest (https://www.w3.org/TR/appmanifest/): what the guide is called and looks like when somebody puts it
 * beside their apps.
 * @param href writes an address from the root of the site with its base path
 * @param paper the ground of the pages, as a colour that a manifest may name
 */
export const webManifest = (href: (path: string) => string, paper: string) => ({
  id: href('/'),
  name: GUIDE.title,
  short_name: GUIDE.shortTitle,
  description: GUIDE.summary,
  lang: GUIDE.language,
  dir: 'ltr',
  start_url: href('/'),
  scope: href('/'),
  display: 'minimal-ui',
  theme_color: paper,
  background_color: paper,
  categories: ['books', 'education'],
  icons: ICONS.map((icon) => ({
    src: href(iconAddress(icon)),
    sizes: `${icon.size}x${icon.size}`,
    type: 'image/png',
    purpose: icon.isMaskable ? 'maskable' : 'any',
  })),
});
