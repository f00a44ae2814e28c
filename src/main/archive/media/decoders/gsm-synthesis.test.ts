import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import wabt from 'wabt';
import { GSM_SYNTHESIS_WASM } from './gsm-synthesis';

it('carries the bytes that its source makes', async () => {
  const source = fileURLToPath(new URL('./gsm-synthesis.wat', import.meta.url));
  const program = (await wabt()).parseWat(source, readFileSync(source, 'utf8'), { simd: true });
  program.validate();
  expect(GSM_SYNTHESIS_WASM).toBe(Buffer.from(program.toBinary({}).buffer).toString('base64'));
});
