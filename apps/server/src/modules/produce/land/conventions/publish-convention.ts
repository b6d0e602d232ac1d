import { conventionPublished } from '@azalea/records'
import { canonicalJson } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { publishDocument } from '../../../record/index.ts'
import type { LandCommands } from '../parts.ts'
import { insertConvention, lockConventions, selectConvention } from './convention.store.ts'

/**
 * Publishes the next edition of what growers agree to. Leases keep the edition that was accepted.
 */
export async function publishConvention(
  { act }: Pick<LandCommands, 'act'>,
  actor: Actor,
  key: string,
  { wordsZh, wordsEn }: { readonly wordsZh: string; readonly wordsEn: string | null },
): Promise<{ readonly edition: number }> {
  return act(
    { name: 'publish-convention', actor, key, input: { wordsZh, wordsEn } },
    async (tx) => {
      const { db, villageId } = tx
      await lockConventions(db, villageId)
      const edition = ((await selectConvention(db, villageId))?.edition ?? 0) + 1
      const english = wordsEn === null ? {} : { wordsEn }
      const text = canonicalJson({ schema: 'azalea-convention/1', edition, wordsZh, ...english })
      const documentHash = await publishDocument(tx, Buffer.from(text))
      const convention = { edition, wordsZh, wordsEn, publishedAt: tx.now }
      const published = { ...convention, documentHash, publishedBy: actor.personId }
      await insertConvention(db, villageId, published)
      tx.append(
        conventionPublished({
          public: { edition, document: documentHash },
          parts: [{ personId: actor.personId, payload: { publishedBy: actor.personId } }],
        }),
      )
      return { edition }
    },
  )
}
