/** En dash between the ends of an interval, as in print. */
const DASH = '–';

/** A score or contribution: one decimal, as everywhere in the product. −0.0 is 0.0. */
export function formatScore(score: number): string {
  const text = score.toFixed(1);
  return text === '-0.0' ? '0.0' : text.replace('-', '−');
}

/** A score interval in whole points, the ends rounded outwards so that it never looks narrower than it is. */
export function formatScoreInterval(low: number, high: number): string {
  return `${minus(Math.floor(low))}${DASH}${minus(Math.ceil(high))}`;
}

export function formatRankInterval(best: number, worst: number): string {
  return best === worst ? String(best) : `${best}${DASH}${worst}`;
}

/** A share 0..1 in whole percent. Only nothing is 0 % and only everything is 100 %. */
export function formatPercent(share: number): string {
  const rounded = Math.round(share * 100);
  const honest = Math.min(share < 1 ? 99 : 100, Math.max(share > 0 ? 1 : 0, rounded));
  return `${honest}%`;
}

function minus(number: number): string {
  return number < 0 ? `−${-number}` : String(number + 0);
}
