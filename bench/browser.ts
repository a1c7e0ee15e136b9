import { chromium, type Browser } from 'playwright';

/**
 * Starts the browser that set-up found: Chromium, which talks to nobody but the pages that are measured.
 * @param args more settings on its command line
 */
export function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const { BROWSER_PATH } = process.env;
  const isAdministrator = process.getuid?.() === 0;
  return chromium.launch({
    ...(BROWSER_PATH ? { executablePath: BROWSER_PATH } : {}),
    args: [
      // Chromium refuses its own sandbox to the administrator of a container.
      ...(isAdministrator ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}
