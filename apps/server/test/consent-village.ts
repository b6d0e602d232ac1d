import { settleLeaves } from '../src/modules/community/consent/settle-leaves.ts'
import { createDeskVillage } from './desk-village.ts'
import { VILLAGE, type TestPerson } from './server.ts'

const DAY_MILLISECONDS = 86_400_000

/** A village whose households join and leave, by themselves and on paper that the desk enters. */
export async function createConsentVillage() {
  const village = await createDeskVillage()
  const { test, committee, post, read, messagesOf, ownRecords } = village
  return {
    ...village,
    /** The household decides by itself. */
    decide: (who: TestPerson | null, householdId: string, body: object, key?: string) =>
      post(who, `/api/households/${householdId}/consent`, body, key),
    /** Somebody of the desk enters what a household's paper says. */
    enterPaper: (who: TestPerson, giver: TestPerson, decision = 'leave') =>
      post(who, `/api/households/${giver.householdId}/consent`, {
        decision,
        givenByPersonId: giver.personId,
      }),
    onLeave: (
      who: TestPerson | null,
      { householdId }: TestPerson,
      how: 'confirm' | 'drop',
      key?: string,
    ) => post(who, `/api/households/${householdId}/leave/${how}`, undefined, key),
    viewOf: ({ householdId }: TestPerson) =>
      read(committee, `/api/roster/households/${householdId}`),
    kindsOf: async (person: TestPerson) =>
      ((await messagesOf(person)) as { kind: string }[]).map(({ kind }) => kind),
    recordKindsOf: async (person: TestPerson) =>
      (await ownRecords(person))
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('household.')),
    settle: () =>
      settleLeaves({ ...test.server, database: test.database, clock: test.clock }, VILLAGE),
    /** When what is entered now takes effect: in seven days. */
    inSevenDays: () => new Date(test.clock.now().getTime() + 7 * DAY_MILLISECONDS),
  }
}
