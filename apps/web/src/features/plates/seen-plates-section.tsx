import { platesMessages } from '@azalea/client'
import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { kindIcons } from './kind-icons.ts'
import { listSeenPlates } from './seen-plates.ts'

/** The plates last seen on this phone, of the village one is signed in to. */
export function SeenPlatesSection() {
  const t = useT(platesMessages)
  const villageId = useSession().session?.village.villageId
  const [seen] = useState(listSeenPlates)
  const shown = seen.filter((plate) => villageId === undefined || plate.villageId === villageId)
  if (shown.length === 0) return null
  return (
    <Section title={t('seen')}>
      <List label={t('seen')}>
        {shown.map(({ code, label, kind }) => (
          <ListRow
            key={code}
            lead={<Icon of={kindIcons[kind]} />}
            title={label}
            note={`${t(`kind_${kind}`)} · ${code}`}
            to={`/p/${code}`}
          />
        ))}
      </List>
    </Section>
  )
}
