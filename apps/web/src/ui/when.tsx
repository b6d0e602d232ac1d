import { useFormat } from './format.ts'

/** An instant as people say it; the full date on hover or long press, and `dated` at once, as on paper. */
export function When({ at, dated = false }: { at: string | Date; dated?: boolean }) {
  const format = useFormat()
  const iso = typeof at === 'string' ? at : at.toISOString()
  return (
    <time dateTime={iso} title={format.full(at)}>
      {dated ? format.full(at) : format.when(at)}
    </time>
  )
}

/** A deadline as people say it; what ends at midnight, by its last day. */
export function Until({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.fullUntil(at)}>
      {format.until(at)}
    </time>
  )
}

/** A civil day, `YYYY-MM-DD`, as people say it. */
export function Day({ day }: { day: string }) {
  const format = useFormat()
  return (
    <time dateTime={day} title={format.fullDay(day)}>
      {format.day(day)}
    </time>
  )
}

/** From one instant to another: 今天 08:00–10:00. A line breaks between the two, never within one. */
export function Span({
  from,
  to,
  dated = false,
}: {
  from: string
  to: string
  /** With the full date at once, as on paper. */
  dated?: boolean
}) {
  const format = useFormat()
  return (
    <time
      className="span-of-time"
      dateTime={from}
      title={`${format.full(from)} – ${format.full(to)}`}
    >
      {(dated ? format.fullSpan(from, to) : format.span(from, to))
        .split(/(?<= – )/)
        .map((piece) => (
          <span key={piece}>{piece}</span>
        ))}
    </time>
  )
}
