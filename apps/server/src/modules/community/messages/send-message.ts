import type { Json } from '@azalea/records'
import type { Tx } from '../../record/index.ts'
import { insertMessages } from './message.store.ts'

export interface NewMessage {
  readonly personId: string
  /** What it says, e.g. 'activity.approved'; the reader's application has the words for it. */
  readonly kind: string
  readonly params: { readonly [key: string]: Json }
}

/** Puts messages into these persons' boxes when the command commits. */
export async function sendMessages(
  tx: Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>,
  messages: readonly NewMessage[],
): Promise<void> {
  await insertMessages(
    tx.db,
    tx.villageId,
    tx.now,
    messages.map(({ personId, kind, params }) => ({
      messageId: tx.newId(),
      personId,
      kind,
      params,
    })),
  )
}

export async function sendMessage(
  tx: Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>,
  personId: string,
  kind: string,
  params: NewMessage['params'],
): Promise<void> {
  await sendMessages(tx, [{ personId, kind, params }])
}
