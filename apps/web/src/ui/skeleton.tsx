import { askingMessages } from '@azalea/client'
import { useT } from './i18n.ts'
import './skeleton.css'

/** The place of content being read, in its final layout: `row`s of a list, `text`, a big `number`. */
export function Skeleton({
  of = 'row',
  count = 3,
}: {
  of?: 'row' | 'text' | 'number'
  count?: number
}) {
  const t = useT(askingMessages)
  return (
    <div className="skeleton">
      <output className="visually-hidden">{t('loading')}</output>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={`skeleton__bar skeleton__bar--${of}`} />
      ))}
    </div>
  )
}
