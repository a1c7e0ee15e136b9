/** Where pictures are kept from build to build. */
export const KEPT_IMAGES = 'node_modules/.cache/social-images';
