export type Value = string | number | boolean | null | undefined
export type Values = Readonly<Record<string, Value>>

/**
 * The address of a path of the contract: what stands in braces is filled in, everything else becomes
 * the query, without empty values and in the order given.
 * @throws Error when the path names a part that is missing or empty, which would address another path
 */
export function addressOf(path: string, params: Values = {}): string {
  const filled = new Set<string>()
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    filled.add(name)
    const value = params[name]
    if (value === undefined || value === null || value === '') {
      throw new Error(`${path} needs its ${name}`)
    }
    return encodeURIComponent(value)
  })
  const query = Object.entries(params)
    .filter(([name, value]) => !filled.has(name) && value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value ?? '')}`)
  return query.length === 0 ? address : `${address}?${query.join('&')}`
}
