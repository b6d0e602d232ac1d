import { useT } from '../../ui/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { asRegistered, enteredMembers, type Founder, type Founding } from './founding.ts'
import { setupMessages } from './messages.ts'
import './setup.css'

/** All that was entered, before it is done. */
export function CheckStep({ founding }: { founding: Founding }) {
  const t = useT(setupMessages)
  const { villageId, villageName, townName, operator, committee } = founding
  const { publicUrl, publicUrlLater } = founding
  const set = useSetup().data?.publicUrl
  return (
    <div className="stack">
      <p className="soft">{t('checkLead')}</p>
      <List label={t('checkTitle')}>
        <ListRow title={`${townName} ${villageName}`} note={`${t('villageCode')} ${villageId}`} />
        <ListRow
          title={set ?? (publicUrlLater ? t('addressLaterNote') : publicUrl)}
          note={t('address')}
        />
        {founding.houseNumbering && (
          <ListRow title={t(`numbering_${founding.houseNumbering}`)} note={t('numberingTitle')} />
        )}
        <FounderRow founder={operator} office={t('operatorTitle')} />
        {enteredMembers(committee).map((member) => (
          <FounderRow key={member.phone} founder={member} office={t('committee')} />
        ))}
      </List>
      <details>
        <summary>{t('consentText')}</summary>
        <p className="consent-as-written">{founding.optInText}</p>
      </details>
    </div>
  )
}

/** Somebody as the roster will have them, however their name and number were typed. */
function FounderRow({ founder, office }: { founder: Founder; office: string }) {
  const { name, phone } = asRegistered(founder)
  return <ListRow title={name} note={`${office} · ${phone}`} />
}
