import { scaleEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { RoundCommands, RoundParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertScale, type Scale } from './scale.store.ts'

/**
 * Enters a scale that is weighed with. A serial one is reached by a line that the operator set up.
 * @throws Refusal 'unknown_scale_line', 'scale_name_taken'
 */
export async function enterScale(
  { act, secrets, scaleLines }: RoundCommands & Pick<RoundParts, 'scaleLines'>,
  actor: Actor,
  key: string,
  input: Omit<Scale, 'scaleId'>,
): Promise<{ readonly scaleId: string }> {
  return act({ name: 'enter-scale', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const { speaks, line, toleranceGrams } = input
    const isKnown = line !== null && scaleLines?.get(villageId)?.has(line) === true
    if (speaks === 'serial' ? !isKnown : line !== null) throw refuse('unknown_scale_line')
    const scaleId = tx.newId()
    const enteredBy = actor.personId
    const isNew = await insertScale(db, villageId, {
      ...input,
      scaleId,
      enteredBy,
      enteredAt: tx.now,
    })
    if (!isNew) throw refuse('scale_name_taken')
    const secret = await secrets.of(db, villageId)
    tx.append(
      scaleEntered({
        public: { scale: secret.pseudonym('scale', scaleId), toleranceGrams },
        parts: [{ personId: enteredBy, payload: { scaleId, enteredBy } }],
      }),
    )
    return { scaleId }
  })
}
