/** Days of the computer's calendar, for counts by day: a quarter of an hour belongs to one day in every zone. */

export const QUARTER_SEC = 900;
const LAST_YEAR = 2100;

/** Takes about 9 MB, and some tens of milliseconds to make. */
export class LocalDays {
  readonly #dayOfQuarter: Uint16Array;
  readonly #names: string[] = [];

  constructor() {
    const quarterOf = (year: number, month: number, day: number): number =>
      Math.ceil(new Date(year, month, day).getTime() / 1000 / QUARTER_SEC);
    this.#dayOfQuarter = new Uint16Array(quarterOf(LAST_YEAR + 1, 0, 1));
    // The last day of 1969 is the first of 1970 somewhere.
    for (
      const date = new Date(1969, 11, 31);
      date.getFullYear() <= LAST_YEAR;
      date.setDate(date.getDate() + 1)
    ) {
      const from = Math.max(0, quarterOf(date.getFullYear(), date.getMonth(), date.getDate()));
      const until = quarterOf(date.getFullYear(), date.getMonth(), date.getDate() + 1);
      if (until <= 0) continue;
      this.#dayOfQuarter.fill(this.#names.length, from, until);
      this.#names.push(toDayName(date));
    }
  }

  /** A number for the day; days that follow each other have numbers that do. */
  dayOf(sec: number): number {
    return this.#dayOfQuarter[Math.floor(sec / QUARTER_SEC)] ?? this.#names.length - 1;
  }

  /** As `2024-03-05`. */
  nameOf(day: number): string {
    return this.#names[day] ?? '';
  }
}

/** As `2024-03-05`, by the computer's calendar. */
export function toDayName(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
