/** How many places of a long queue are shown before all are asked for. */
const FIRST_PLACES = 5

/** The first places of a queue and one's own; all where so few more stand behind them that it is not worth a press. */
export function shortQueue<Line extends { readonly place: number }>(
  lines: readonly Line[],
  ownPlace: number | null,
): readonly Line[] {
  const short = lines.filter(({ place }) => place <= FIRST_PLACES || place === ownPlace)
  return lines.length - short.length > 2 ? short : lines
}
