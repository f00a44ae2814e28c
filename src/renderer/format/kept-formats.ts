/** Formats of a locale, made once: making one costs 50 µs and more, using it 1 µs, and a list uses thousands. */

function toKept<Options extends object, Format>(
  make: (locale: string, options: Options) => Format,
): (locale: string, options: Options) => Format {
  const formats = new Map<string, Format>();
  return (locale, options) =>
    keep(formats, `${locale} ${JSON.stringify(options)}`, () => make(locale, options));
}

function keep<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  let format = formats.get(key);
  if (!format) {
    format = make();
    formats.set(key, format);
  }
  return format;
}

/** Throws RangeError for a time zone that this computer does not know. */
export const toDateFormat = toKept(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** As `toDateFormat` for one form, which is not spelt out again for each moment of a list. */
export function toDateFormatOf(
  form: Intl.DateTimeFormatOptions,
): (locale: string, timeZone: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (locale, timeZone) =>
    keep(formats, `${locale} ${timeZone}`, () => new Intl.DateTimeFormat(locale, { ...form, timeZone }));
}

export const toNumberFormat = toKept(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

export const toListFormat = toKept(
  (locale: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);
