import { useT } from './i18n.ts'
import { uiMessages } from './messages.ts'

/** A name as the server gives it. One that is masked (陈×芳) says so when asked. */
export function PersonName({ name }: { name: string }) {
  const t = useT(uiMessages)
  return name.includes('×') ? <span title={t('maskedName')}>{name}</span> : <span>{name}</span>
}
