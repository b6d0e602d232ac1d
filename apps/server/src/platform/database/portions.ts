/** The rows in their order, so many a statement. */
export function* portionsOf<Row>(
  rows: readonly Row[],
  rowsEach: number,
): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += rowsEach) yield rows.slice(from, from + rowsEach)
}
