import { z } from 'astro/zod';

// Zod would try to compile its schemas with `new Function`, which the policy of the pages forbids and the browser reports.
z.config({ jitless: true });
