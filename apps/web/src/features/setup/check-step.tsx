import { useT } from '../../ui/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { enteredMembers, type Founding } from './founding.ts'
import { setupMessages } from './messages.ts'

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
          <ListRow title={t('numberingTitle')} note={t(`numbering_${founding.houseNumbering}`)} />
        )}
        <ListRow title={operator.name} note={`${t('operatorTitle')} · ${operator.phone}`} />
        {enteredMembers(committee).map(({ name, phone }) => (
          <ListRow key={phone} title={name} note={`${t('committee')} · ${phone}`} />
        ))}
      </List>
    </div>
  )
}
