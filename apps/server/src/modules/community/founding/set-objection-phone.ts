import { villageObjectionPhoneSet } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { updateObjectionPhone } from './village.store.ts'

/** Says whom to call about a notice (null: nobody), on its sheet and its page from now on. */
export async function setObjectionPhone(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly phone: string | null },
): Promise<{ objectionPhone: string | null }> {
  return act({ name: 'set-objection-phone', actor, key, input }, async (tx) => {
    await updateObjectionPhone(tx.db, tx.villageId, input.phone)
    const { personId } = actor
    tx.append(
      villageObjectionPhoneSet({
        public: { phone: input.phone },
        parts: [{ personId, payload: { setBy: personId } }],
      }),
    )
    return { objectionPhone: input.phone }
  })
}
