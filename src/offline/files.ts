/**
 * What a file of the site is to a copy on the reader's device: a page; a file whose name changes with what it holds;
 * or a file that keeps its name and must fit the page that asks for it.
 */
export type Role = 'page' | 'hashed' | 'data';

/** Styles, the icon, and what the search, the comparison and the form for a case study load. */
const DATA = [
  /^(?:favicon\.svg|site\.webmanifest|[^/]+\.css)$/,
  /^(?:search\/[^/]+|compare\/.+|contribute\/known)\.json$/,
  // Pages of the copy search without Pagefind's web worker (see src/search/engine.ts), so its script stays behind.
  /^pagefind\/(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|ids\.json|words\.json|.+\.pf_\w+)$/,
];

/**
 * Whether a copy holds a file, and as what. Downloads, feeds, pictures for links and other formats of a page stay behind.
 * @param path its address below the base path, such as `challenges/concept-drift/`
 */
export function roleOf(path: string): Role | undefined {
  if (path === '' || path.endsWith('/') || path.endsWith('.html')) return 'page';
  if (/^_astro\/.+\.(?:css|js|woff2)$/.test(path)) return 'hashed';
  return DATA.some((pattern) => pattern.test(path)) ? 'data' : undefined;
}

/**
 * The address of a file below the base path.
 * @param file its place in the built site, such as `challenges/index.html`
 */
export const pathOfFile = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/**
 * The path of an address below the base path, without its query and fragment; undefined for an address elsewhere, or one
 * that cannot be read.
 * @param scope the full address of the home page
 */
export function pathIn(scope: string, address: string): string | undefined {
  const plain = address.replace(/[?#].*$/s, '');
  if (!plain.startsWith(scope)) return undefined;
  try {
    return pathOfFile(decodeURIComponent(plain.slice(scope.length)));
  } catch {
    return undefined;
  }
}

/** The full address of a path below the base path. */
export const addressIn = (scope: string, path: string): string =>
  scope + path.split('/').map(encodeURIComponent).join('/');

/** What is done about a request: the worker leaves it alone, or answers it in the way of its role. */
export type Plan = 'leave' | Role;

/**
 * How the worker treats a request. It leaves alone what a copy could not answer as well as the host: requests that send
 * something or want a part of a file, other hosts, other sites of this host, downloads; and what fetches the copy itself,
 * which asks for files with `cache: 'reload'`.
 * @param scope the full address of the home page
 */
export function planFor(
  {
    method,
    url,
    mode,
    cache,
    headers,
  }: Pick<Request, 'method' | 'url' | 'mode' | 'cache'> & {
    readonly headers: Pick<Headers, 'has'>;
  },
  scope: string,
): Plan {
  const path = pathIn(scope, url);
  if (method !== 'GET' || headers.has('range') || path === undefined) return 'leave';
  if (mode === 'navigate') return 'page';
  if (cache === 'reload') return 'leave';
  return roleOf(path) ?? 'leave';
}
