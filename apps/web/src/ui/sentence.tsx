import { textAround } from '@azalea/client'
import { useFormat } from './format.ts'
import { useLanguage } from './settings.ts'

/**
 * A text with a time in it that carries its full date, said as `When`, `Until` and `Day` say it:
 * `<Sentence text={t('ended')} at={endsAt} as="until" />` for `已结束，{{at}}`.
 */
export function Sentence({
  text,
  at,
  as = 'when',
}: {
  text: string
  at: string
  as?: 'when' | 'until' | 'day'
}) {
  const format = useFormat()
  const said = textAround(text, format[as](at), useLanguage())
  return (
    <>
      {said.before}
      <time dateTime={at} title={format[fullForms[as]](at)}>
        {said.at}
      </time>
      {said.after}
    </>
  )
}

const fullForms = { when: 'full', until: 'fullUntil', day: 'fullDay' } as const
