/** What a file is by the end of its name, before anything of it is read. */

export type NameClass = 'audio' | 'video' | 'fax' | 'paper' | 'transcript' | 'text' | 'other';

const AUDIO =
  'wav wav16 wav49 gsm ulaw ul mu ulw pcm alaw al alw sln slin raw sln12 sln16 sln24 sln32 sln44 sln48 sln96 sln192 g722 g729 ' +
  'g726-16 g726-24 g726-32 g726-40 ogg oga opus spx vox au snd mp3 m4a aac flac mcf aif aiff caf amr wma';

const CLASSES: ReadonlyMap<string, NameClass> = new Map([
  ...AUDIO.split(' ').map((extension): [string, NameClass] => [extension, 'audio']),
  ...['webm', 'mp4', 'mkv', 'mov'].map((extension): [string, NameClass] => [extension, 'video']),
  ...['tif', 'tiff'].map((extension): [string, NameClass] => [extension, 'fax']),
  ['pdf', 'paper'],
  ...['srt', 'vtt', 'txt', 'json'].map((extension): [string, NameClass] => [extension, 'transcript']),
  ...['xml', 'csv', 'vcon'].map((extension): [string, NameClass] => [extension, 'text']),
]);

export interface NameParts {
  readonly base: string;
  /** Small letters, without the dot; empty where there is none. */
  readonly extension: string;
  readonly nameClass: NameClass;
}

/** A dot at the beginning begins no extension. */
export function splitName(name: string): NameParts {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return { base: name, extension: '', nameClass: 'other' };
  const extension = name.slice(dot + 1).toLowerCase();
  return { base: name.slice(0, dot), extension, nameClass: CLASSES.get(extension) ?? 'other' };
}
