/**
 * Imported before anything that makes a schema: zod would try to compile it with `new Function`, which the content security policy
 * refuses and reports.
 */
import { z } from 'zod';

z.config({ jitless: true });
