import { dev } from 'astro';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { editorSchemas } from './editor-schemas.ts';
import { runMain } from './failure.ts';
import { demandFree, portFromEnvironment } from './port.ts';

/** Serves the site while it is being written: pages follow each edit. Astro says where. */
async function main(): Promise<undefined> {
  parseArgs({ options: {} });
  const port = portFromEnvironment(process.env);
  await demandFree(port);
  await dev({ server: { port }, vite: { server: { strictPort: true } }, integrations: [editorSchemas()] });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  console.log(
    existsSync('dist/pagefind')
      ? 'Search finds what was there at the last "npm run build". Stop with Ctrl+C.'
      : 'Search finds nothing yet: "npm run build" makes its index. Stop with Ctrl+C.',
  );
}

if (import.meta.main) await runMain(main);
