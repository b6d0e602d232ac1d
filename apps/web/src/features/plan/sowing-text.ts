/** Windows of sowing as they are typed: `03-01 到 04-30, 08-01 to 09-30`. Null for what is none. */
export function readSowing(text: string): number[] | null {
  const spans = text.split(/[,，;；]/).map((span) => span.trim())
  const days = spans.flatMap((span) => {
    const match = /^(\d{1,2})-(\d{1,2})\s*(?:到|至|to|~|—|–)\s*(\d{1,2})-(\d{1,2})$/.exec(span)
    if (match === null) return [0]
    const [, month = '', day = '', lastMonth = '', lastDay = ''] = match
    return [Number(month) * 100 + Number(day), Number(lastMonth) * 100 + Number(lastDay)]
  })
  return days.length <= 8 && days.every((day) => day >= 101 && day <= 1231) ? days : null
}

export function sowingText(sowing: readonly number[], to: string): string {
  const said = sowing.map((day) => {
    const two = (part: number) => String(part).padStart(2, '0')
    return `${two(Math.floor(day / 100))}-${two(day % 100)}`
  })
  const spans: string[] = []
  for (let at = 0; at + 1 < said.length; at += 2) spans.push(`${said[at]} ${to} ${said[at + 1]}`)
  return spans.join(', ')
}
