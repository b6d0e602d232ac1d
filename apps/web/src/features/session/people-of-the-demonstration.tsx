import { roleMessages } from '@azalea/client'
import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import type { DemonstrationSignIn } from '../../app/setup.ts'
import './people-of-the-demonstration.css'

/** The listed people, each one tap away. */
export function PeopleOfTheDemonstration({
  people,
  onChoose,
}: {
  people: readonly DemonstrationSignIn[]
  onChoose: (person: DemonstrationSignIn) => Promise<void>
}) {
  const t = useT(roleMessages)
  const [busy, setBusy] = useState(false)
  const choose = async (person: DemonstrationSignIn) => {
    setBusy(true)
    await onChoose(person)
    setBusy(false)
  }
  return (
    <ul className="demonstration-people">
      {people.map((person) => (
        <li key={person.phone}>
          <Button wide busy={busy} onClick={() => void choose(person)}>
            <span className="demonstration-people__name">{person.name}</span>
            <span className="demonstration-people__role">{t(`title_${person.role}`)}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
