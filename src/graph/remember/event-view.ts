import { compareText } from '../../knowledge/order.ts';
import type { EventView, Modality, Standing, Telling, When } from '../../knowledge/views.ts';

const STATEMENTS_KEPT = 100;
/** Stands behind every day. */
const NO_DAY = '~';

/** What the tellings of one event make of it together; the same for any order of them. There is at least one. */
export function eventView(id: string, given: readonly Telling[]): EventView {
  const tellings =
    given.length < 2 ? given : [...given].sort((a, b) => a.ms - b.ms || compareText(a.appearance, b.appearance));
  const time = bestTime(tellings);
  const place = bestPlace(tellings);
  const first = tellings[0] as Telling;
  const vouchers = tellings.flatMap(({ vouchers }) => vouchers);
  return {
    id,
    signatures: distinct(tellings.map(({ signature }) => signature)),
    type: mostFrequent(tellings.map(({ type }) => type)) ?? first.type,
    lemma: mostFrequent(tellings.map(({ lemma }) => lemma)) ?? first.lemma,
    mode: mostFrequent(tellings.flatMap(({ mode }) => mode ?? [])),
    contexts: distinct(tellings.flatMap(({ contexts }) => contexts)),
    plover: mostFrequent(tellings.flatMap(({ plover }) => plover ?? [])),
    standing: standingOf(tellings),
    time,
    day: time?.earliest ?? tellings.find(({ stands }) => stands)?.stands ?? NO_DAY,
    place: place?.place ?? null,
    country: place?.country ?? mostFrequent(tellings.flatMap(({ country }) => country ?? [])),
    participants: participantsOf(tellings),
    narrator: vouchers.some(({ statement }) => statement === null),
    statements: distinct(vouchers.flatMap(({ statement }) => statement ?? [])).slice(0, STATEMENTS_KEPT),
    speechActs: distinct(tellings.flatMap(({ speechAct }) => speechAct ?? [])).slice(0, STATEMENTS_KEPT),
    sourceCount: independentSources(tellings),
    articleCount: new Set(tellings.map(({ article }) => article)).size,
    confidence: Math.max(...tellings.map(({ confidence }) => confidence)),
  };
}

/** DESIGN §2: the first that applies of disputed, narrated, claimed, denied, planned. */
export function standingOf(tellings: readonly Pick<Telling, 'vouchers'>[]): Standing {
  const vouchers = tellings.flatMap((telling) => telling.vouchers);
  const asserted = vouchers.filter(({ modality }) => isAsserted(modality));
  const isDenied = vouchers.some(({ modality }) => modality === 'negated');
  if (asserted.length > 0 && isDenied) return 'DISPUTED';
  if (asserted.some(({ statement }) => statement === null)) return 'NARRATED';
  if (asserted.length > 0) return 'CLAIMED';
  return isDenied ? 'DENIED' : 'PLANNED';
}

function isAsserted(modality: Modality): boolean {
  return modality === 'actual' || modality === 'ongoing';
}

/** The narrowest time told; of equals the most told, then the earliest told. */
function bestTime(tellings: readonly Telling[]): When | null {
  const told = tellings.flatMap(({ time }) => (time?.earliest ? [time] : []));
  if (told.length === 1) return told[0] as When;
  const counts = countsOf(told.map(timeKey));
  const best = [...told].sort(
    (a, b) => spanOf(a) - spanOf(b) || (counts.get(timeKey(b)) ?? 0) - (counts.get(timeKey(a)) ?? 0),
  )[0];
  return best ?? tellings.find(({ time }) => time)?.time ?? null;
}

function timeKey({ edtf, earliest, latest }: When): string {
  return `${edtf}|${earliest}|${latest}`;
}

/** Days that a time spans; without an end, more than any. */
export function spanOf({ earliest, latest }: When): number {
  return earliest && latest ? (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 : Number.MAX_SAFE_INTEGER;
}

/** The place most told; of equals the earliest told. A place within a country goes before the country. */
function bestPlace(tellings: readonly Telling[]): Pick<Telling, 'place' | 'country'> | null {
  const told = tellings.filter(({ place }) => place !== null);
  if (told.length < 2) return told[0] ?? null;
  const counts = countsOf(told.map(({ place }) => place as string));
  const most = Math.max(0, ...counts.values());
  return told.find(({ place }) => counts.get(place as string) === most) ?? null;
}

function participantsOf(tellings: readonly Telling[]): EventView['participants'] {
  const known = new Map<
    string,
    {
      roles: Set<'actor' | 'recipient'>;
      quantities: Map<string, EventView['participants'][number]['quantities'][number]>;
    }
  >();
  for (const { article, participants } of tellings) {
    for (const { entity, role, quantity } of participants) {
      const entry = known.get(entity) ?? { roles: new Set(), quantities: new Map() };
      known.set(entity, entry);
      entry.roles.add(role);
      if (quantity) entry.quantities.set(`${article}|${quantity.min}|${quantity.max}`, { ...quantity, article });
    }
  }
  return [...known].map(([entity, { roles, quantities }]) => ({
    entity,
    roles: [...roles].sort(),
    quantities:
      quantities.size === 0
        ? []
        : [...quantities].sort(([a], [b]) => compareText(a, b)).map(([, quantity]) => quantity),
  }));
}

/** Tellings of one outlet, and reprints of one text, count once. */
function independentSources(tellings: readonly Telling[]): number {
  if (tellings.length < 2) return tellings.length;
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    const up = parent.get(name) ?? name;
    return up === name ? name : rootOf(up);
  };
  for (const { wire, source, article } of tellings) {
    const [a, b] = [rootOf(`wire ${wire}`), rootOf(source ? `source ${source}` : `article ${article}`)];
    parent.set(a, b);
    if (!parent.has(b)) parent.set(b, b);
  }
  return new Set([...parent.keys()].map(rootOf)).size;
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The most frequent; of equals the first by code point. */
function mostFrequent(values: readonly string[]): string | null {
  if (values.length < 2) return values[0] ?? null;
  return [...countsOf(values)].sort(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0] ?? null;
}

function distinct(values: readonly string[]): string[] {
  if (values.length < 2) return [...values];
  return [...new Set(values)].sort(compareText);
}
