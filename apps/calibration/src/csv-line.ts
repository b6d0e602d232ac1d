/** The fields of one CSV line with quotation marks (RFC 4180), or undefined if one is not closed. */
export function parseCsvLine(line: string): string[] | undefined {
  const fields: string[] = []
  let at = 0
  for (;;) {
    let field = ''
    if (line[at] === '"') {
      at += 1
      for (;;) {
        const end = line.indexOf('"', at)
        if (end < 0) return undefined
        field += line.slice(at, end)
        at = end + 1
        if (line[at] !== '"') break
        field += '"'
        at += 1
      }
    }
    const comma = line.indexOf(',', at)
    fields.push(field + line.slice(at, comma < 0 ? undefined : comma))
    if (comma < 0) return fields
    at = comma + 1
  }
}
