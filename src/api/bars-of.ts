/** The first and last day of the stretch that a day lies in. */
export function stretchOf(day: string, bucket: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'): readonly [string, string] {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  switch (bucket) {
    case 'DAY':
      return [day, day];
    case 'YEAR':
      return [`${year}-01-01`, `${year}-12-31`];
    case 'MONTH':
      return [`${month}-01`, dayAfter(nextMonth(month), -1)];
    case 'WEEK': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const monday = dayAfter(day, -weekday);
      return [monday, dayAfter(monday, 6)];
    }
  }
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
