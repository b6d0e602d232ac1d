import { clearDrafts } from './drafts.ts'
import { forgetEarlyAnswers } from './early-answers.ts'
import { outbox } from './outbox.ts'

/**
 * Removes what this device kept of the person: drafts with their photos, and the answers cached for
 * offline use. Loaded when somebody signs in or out, to keep it out of the first screen's script.
 */
export async function forgetPerson(): Promise<void> {
  clearDrafts()
  forgetEarlyAnswers()
  await outbox.photos.forgetOfDrafts().catch(() => undefined) // without storage none are kept
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('azalea-api')).map((name) => caches.delete(name)),
  )
}
