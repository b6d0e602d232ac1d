/** The number of a group as an address has it; null where it names none. */
export function groupOf(text: string | null): number | null {
  const groupNo = Number(text ?? '')
  return groupNo > 0 ? groupNo : null
}
