// Signatures of vCons that bring their certificate: checked, and what was changed afterwards is told.
import { expect, test } from 'vitest';
import { toSignatureProblem } from './details';
import { unwrap } from './signed';

/** Signed once with ES256 and a certificate made for this test; its key was thrown away. */
const HEADER =
  'eyJhbGciOiJFUzI1NiIsIng1YyI6WyJNSUlCaGpDQ0FTdWdBd0lCQWdJVVRyWEptbzJWVFJlRTlsMHBGUEpUeFhtNUlWY3dDZ1lJS29aSXpqMEVBd0l3R0RFV01CUUdBMVVFQXd3TlNHVmhjbUpoWTJzZ2RHVnpkREFlRncweU5qRXhNakl3TlRRME16TmFGdzB6TmpFeE1Ua3dOVFEwTXpOYU1CZ3hGakFVQmdOVkJBTU1EVWhsWVhKaVlXTnJJSFJsYzNRd1dUQVRCZ2NxaGtqT1BRSUJCZ2dxaGtqT1BRTUJCd05DQUFUQk9IN3I1Z0hoYnJBd1NsMkUwZ2dQb3pYWU16b2VyLzZyS000N2kvWUdZcExiQ0RrY1RtaVVvWmdlTjA0dURpa1FxSkVhWitUU08vU1VMMmdyc2NOcW8xTXdVVEFkQmdOVkhRNEVGZ1FVVGZFTjI1dDNxZW5uTXhmMldJaHE5NGVJN01Rd0h3WURWUjBqQkJnd0ZvQVVUZkVOMjV0M3Flbm5NeGYyV0locTk0ZUk3TVF3RHdZRFZSMFRBUUgvQkFVd0F3RUIvekFLQmdncWhrak9QUVFEQWdOSkFEQkdBaUVBMVUxTjFtcUhxRGVuT0x2UThyN1BsTlVYT2R3VEt0OTJ0Z0dQK0t4cUE2b0NJUUR0TlJ6S2ZkU1JoakpFekZhSWllSG9aSm1OWDQ0UjNnd2hIbUEyZDZWbml3PT0iXX0';
const PAYLOAD =
  'eyJ2Y29uIjoiMC4zLjAiLCJ1dWlkIjoiYzEiLCJwYXJ0aWVzIjpbeyJ0ZWwiOiIwMzAxMjM0NTY3In0seyJ0ZWwiOiIyMDEifV0sImRpYWxvZyI6W3sidHlwZSI6InJlY29yZGluZyIsInN0YXJ0IjoiMjAyNC0wMy0wNVQxMzozMDoxNVoiLCJwYXJ0aWVzIjpbMCwxXSwiZmlsZW5hbWUiOiJjYWxsLndhdiJ9XX0';
const SIGNATURE = 'w12SCROmC_OnlkP0MSjhf5FMVYLvQL5QFSGTyf9jVLh9s0C7O4D3sSrmxq7XcUG53HCNpLIA4A-_HUe-PWm2yw';

test('a signature that fits its certificate leaves nothing to be said', () => {
  const { json, signature } = unwrap(`${HEADER}.${PAYLOAD}.${SIGNATURE}`);
  expect(signature).toBe('good');
  expect(json['uuid']).toBe('c1');
  expect(toSignatureProblem(signature)).toBeNull();
  const general = { payload: PAYLOAD, signatures: [{ protected: HEADER, signature: SIGNATURE }] };
  expect(unwrap(JSON.stringify(general)).signature).toBe('good');
});

test('what was changed after it was signed is read, and said to be in doubt', () => {
  const told = Buffer.from(PAYLOAD, 'base64url').toString('utf8');
  const changed = Buffer.from(told.replace('0301234567', '0309999999')).toString('base64url');
  const { signature } = unwrap(`${HEADER}.${changed}.${SIGNATURE}`);
  expect(signature).toBe('bad');
  expect(toSignatureProblem(signature)).toMatchObject({ kind: 'unverified' });
});
