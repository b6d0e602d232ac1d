import { ratingsMessages } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'

/** How strict and how consistent my ratings are: told to nobody else. */
export function OwnStyle() {
  const t = useT(ratingsMessages)
  const style = useAnswer('/api/me/rating-style')
  // The list below is the page; this is beside it and may be missing.
  if (!style.isSuccess || style.data.ratings === 0) return null
  const { sentences } = style.data
  return (
    <Notice>
      {sentences.length === 0 ? t('styleTooFew') : `${sentences.join(' ')} ${t('styleWhy')}`}
    </Notice>
  )
}
