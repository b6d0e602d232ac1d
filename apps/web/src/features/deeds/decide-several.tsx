import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '@azalea/client'
import { newKey, post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useProblemText } from '../../ui/error-state.tsx'
import type { Deed } from './deed.ts'
import { deedsMessages } from './messages.ts'

export interface SeveralDecided {
  accepted: number
  /** Those that the server did not take, each with what the server says. */
  refused: readonly { deed: Deed; problem: ApiProblem }[]
}

/** Accepts the deeds one after the other, each an act of its own; one refusal stops no other. */
export async function acceptAll(
  deeds: readonly Deed[],
  accept: (deed: Deed) => Promise<unknown>,
  onDone: (done: number) => void,
): Promise<SeveralDecided> {
  const refused: { deed: Deed; problem: ApiProblem }[] = []
  for (const [index, deed] of deeds.entries()) {
    try {
      await accept(deed)
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      refused.push({ deed, problem })
    }
    onDone(index + 1)
  }
  return { accepted: deeds.length - refused.length, refused }
}

const accept = ({ contributionId }: Deed) =>
  post(
    '/api/deeds/{id}/decide',
    { id: contributionId },
    { decision: 'accept' },
    { idempotencyKey: newKey() },
  )

/** Accepts the chosen deeds, and says what became of them. */
export function DecideSeveral({ deeds, onDone }: { deeds: readonly Deed[]; onDone: () => void }) {
  const t = useT(deedsMessages)
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const [done, setDone] = useState<number | null>(null)
  const [last, setLast] = useState<SeveralDecided | null>(null)
  const decide = async () => {
    setDone(0)
    const outcome = await acceptAll(deeds, accept, setDone)
    setDone(null)
    setLast(outcome)
    await queryClient.invalidateQueries()
    if (outcome.refused.length === 0) onDone()
  }
  return (
    <>
      <Button busy={done !== null} onClick={() => void decide()}>
        {done === null
          ? t('acceptChosen', { count: deeds.length })
          : t('accepting', { done, total: deeds.length })}
      </Button>
      {last !== null && last.refused.length > 0 && (
        <output className="small">
          {last.refused
            .map(({ deed, problem }) => `${deed.person.name}：${problemText(problem)}`)
            .join(' ')}
        </output>
      )}
    </>
  )
}
