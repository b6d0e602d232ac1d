import { LinkButton } from './button.tsx'
import { useT } from './i18n.ts'
import { uiMessages } from './messages.ts'
import { Notice } from './notice.tsx'

/** Why the reader cannot do something now, with the way to what they can mend themselves. */
export function WhyNot({ code, sentence }: { code: string | null; sentence: string | null }) {
  const t = useT(uiMessages)
  if (sentence === null) return null
  const actions =
    code === 'household_not_joined' ? (
      <LinkButton to="/me/household">{t('toMyHousehold')}</LinkButton>
    ) : undefined
  return <Notice actions={actions}>{sentence}</Notice>
}
