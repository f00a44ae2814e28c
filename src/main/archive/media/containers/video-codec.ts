// Pictures that Chromium 114 does not decode, by the four letters of MP4 and the names of Matroska: named, so that nobody looks at a black screen.

const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:hvc1|hev1|dvh1|dvhe|V_MPEGH)/, 'H.265'],
  [/^(?:mp4v|V_MPEG4\/ISO\/(?:SP|ASP|AP))/, 'MPEG-4 Part 2'],
  [/^(?:m1v |m2v1|mp2v|V_MPEG[12])/, 'MPEG-2'],
  [/^(?:h263|s263)/, 'H.263'],
  [/^(?:jpeg|mjp[ab]|V_MJPEG)/, 'Motion JPEG'],
  [/^(?:ap[ch]|V_PRORES)/, 'ProRes'],
  [/^V_MS\/VFW/, 'Video for Windows'],
];

/** The name by which people know it; null for what is played, and for what is not known here. */
export function findUnsupportedVideo(code: string): string | null {
  return UNSUPPORTED.find(([form]) => form.test(code))?.[1] ?? null;
}
