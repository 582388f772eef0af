// Counting: every mark is made of the rows that it counts, so its number is always that of its evidence.

/** Return a mark of a group that a source counted (see source.js). */
export function makeMark(label, table, group, more = {}) {
  return { ...group, label, table, ...more };
}

const Z = 1.959963984540054;

/** The 95 % score interval of the share n / total (Wilson 1927). */
export function wilson(n, total) {
  const [share, z2] = [n / total, Z * Z];
  const centre = share + z2 / (2 * total);
  const half = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return [n === 0 ? 0 : (centre - half) / (1 + z2 / total), n === total ? 1 : (centre + half) / (1 + z2 / total)];
}

/** Signed G² of a term in `n` of `total` target articles against `m` of `others` (Dunning 1993); positive: commoner here. */
export function keynessScore(n, total, m, others) {
  const all = total + others;
  const part = (seen, expected) => (seen > 0 ? seen * Math.log(seen / expected) : 0);
  const cells = [[n, total, n + m], [m, others, n + m], [total - n, total, all - n - m], [others - m, others, all - n - m]];
  const g2 = 2 * cells.reduce((sum, [seen, size, kind]) => sum + part(seen, (size * kind) / all), 0);
  return n / total >= m / others ? g2 : -g2;
}

/** Put groups in order: the largest first, ties by label. */
export function largestFirst(groups, size, lang) {
  const order = new Intl.Collator(lang);
  return groups.sort((a, b) => size(b) - size(a) || order.compare(a.label, b.label));
}

const STEPS = ["day", "week", "month", "year"];
const MOST_BINS = 120;

/** Return the bins from the first to the last day, without gaps: {start, end, label}, in days since 1970-01-01. */
export function timeBins(first, last, most = MOST_BINS) {
  for (const step of STEPS) {
    const bins = binsOf(first, last, step, most);
    if (bins) return { step, bins };
  }
  return { step: "year", bins: binsOf(first, last, "year", Infinity) };
}

function binsOf(first, last, step, most) {
  const bins = [];
  for (let start = floor(first, step); start <= last; start = next(start, step)) {
    if (bins.length >= most) return null;
    bins.push({ start, end: next(start, step) - 1, label: binLabel(start, step) });
  }
  return bins;
}

const utc = (day) => new Date(day * 86_400_000);
const number = (year, month, day) => Math.round(Date.UTC(year, month, day) / 86_400_000);

function floor(day, step) {
  const date = utc(day);
  if (step === "day") return day;
  if (step === "week") return day - ((date.getUTCDay() + 6) % 7);
  return number(date.getUTCFullYear(), step === "month" ? date.getUTCMonth() : 0, 1);
}

function next(start, step) {
  const date = utc(start);
  if (step === "day") return start + 1;
  if (step === "week") return start + 7;
  return step === "month" ? number(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) : number(date.getUTCFullYear() + 1, 0, 1);
}

function binLabel(start, step) {
  return utc(start).toISOString().slice(0, { day: 10, week: 10, month: 7, year: 4 }[step]);
}
