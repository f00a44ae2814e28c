/** The days that a report is about; days of the computer's calendar, which is taken for that of the telephone system. */

export const PERIOD_PRESETS = ['last7Days', 'last30Days', 'thisMonth', 'lastMonth', 'thisYear'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** `2026-09-14`, both inclusive. */
export interface Days {
  readonly fromDay: string;
  readonly untilDay: string;
}

export type PeriodChoice = { readonly preset: PeriodPreset } | ({ readonly preset: 'own' } & Days);

/** Null for days of one's own that are no period. */
export function toDays(choice: PeriodChoice, todayMs: number): Days | null {
  const today = new Date(todayMs);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const upToToday = (from: Date): Days => ({ fromDay: toDayText(from), untilDay: toDayText(today) });
  switch (choice.preset) {
    case 'last7Days':
      return upToToday(new Date(year, month, day - 6));
    case 'last30Days':
      return upToToday(new Date(year, month, day - 29));
    case 'thisMonth':
      return upToToday(new Date(year, month, 1));
    case 'thisYear':
      return upToToday(new Date(year, 0, 1));
    case 'lastMonth':
      return {
        fromDay: toDayText(new Date(year, month - 1, 1)),
        untilDay: toDayText(new Date(year, month, 0)),
      };
    case 'own': {
      const { fromDay, untilDay } = choice;
      return isDay(fromDay) && isDay(untilDay) && fromDay <= untilDay ? { fromDay, untilDay } : null;
    }
  }
}

/** All days from the first to the last. */
export function listDays({ fromDay, untilDay }: Days): string[] {
  const days: string[] = [];
  const last = Date.parse(untilDay);
  for (let at = Date.parse(fromDay); at <= last; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

function isDay(text: string): boolean {
  return /^(?:19[7-9]\d|20\d\d)-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function toDayText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
