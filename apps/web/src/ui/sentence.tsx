import type { ReactNode } from 'react'

/** Where in a text the element stands: each language has its own place and spacing for it. */
const place = '{{at}}'

/**
 * A text with an element in it, such as a date that carries its full form:
 * `<Sentence text={t('ended')} at={<When at={endsAt} />} />` for `已结束，{{at}}`.
 */
export function Sentence({ text, at }: { text: string; at: ReactNode }) {
  const [before = '', after = ''] = text.split(place)
  return (
    <>
      {before}
      {at}
      {after}
    </>
  )
}
