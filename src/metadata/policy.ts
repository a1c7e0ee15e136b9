/**
 * What a page may load and run: what the guide itself serves, and WebAssembly, which the search needs. Nothing inline, so
 * that text which looks like a script or a style never is one.
 */
export const POLICY = Object.entries({
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'worker-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');
