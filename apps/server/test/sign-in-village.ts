import type { Json } from '@azalea/records'
import { createHash } from 'node:crypto'
import { identityCheckCharacter } from '../src/modules/community/roster/identity-number.ts'
import { canonicalBytes } from '../src/modules/record/index.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'
import { upload } from './upload.ts'

const HEADING = '组别,户号,姓名,手机号,身份证号\n'

export const identityNumber = (order: number) => {
  const first17 = `33019919700101${String(order).padStart(3, '0')}`
  return first17 + identityCheckCharacter(first17)
}

/** A village whose people sign in with telephones of their own, which the desk may propose to change. */
export async function createSignInVillage() {
  const test = await createTestServer()
  const cadre = await addPerson(test, { roles: ['committee'] })
  const supervisor = await addPerson(test, { roles: ['supervisor'] })
  const asks = asksOf(test, cadre)
  const { importRows, me, signIn } = asks
  let phones = 0
  const nextPhone = () => `1388000${String(++phones).padStart(4, '0')}`
  return {
    test,
    cadre,
    supervisor,
    ...asks,
    ...keptIn(test),
    nextPhone,
    /** Somebody of the roster who signs in with a telephone of their own; an hour later than the last. */
    villager: async (who: TestPerson = cadre) => {
      test.clock.advanceMinutes(61)
      const phone = nextPhone()
      const name = `王${String.fromCodePoint(0x5000 + phones)}`
      const houseNo = `受${phones}号`
      await importRows(`1组,${houseNo},${name},${phone},\n`, who)
      const person = await signIn(phone)
      const { personId } = (await me(person)).person as { personId: string }
      return { person, phone, name, houseNo, personId }
    },
  }
}

function asksOf(test: TestServer, cadre: TestPerson) {
  const post = (who: TestPerson | null, url: string, body: object, key?: string) =>
    call(test, who, 'POST', url, body, key === undefined ? {} : { key })
  return {
    post,
    me: async (who: TestPerson) => (await call(test, who, 'GET', '/api/session')).json().session,
    importRows: async (rows: string, who: TestPerson = cadre, choice?: string) => {
      const file = Buffer.from(HEADING + rows)
      let preview = (await upload(test, who, '/api/roster/import/preview', file)).json()
      const url = `/api/roster/import/${preview.importId}`
      if (choice !== undefined) {
        const answers = preview.conflicts.map((one: { conflictId: string }) => ({ ...one, choice }))
        preview = (await post(who, `${url}/answers`, { answers })).json()
      }
      return { preview, done: (await post(who, `${url}/confirm`, {})).json() }
    },
    signIn: async (phone: string): Promise<TestPerson> => {
      test.clock.advanceMinutes(2) // the last code was just sent
      await post(null, '/api/sign-in/code', { phone })
      const code = test.sentCodes.findLast((sent) => sent.phone === phone)?.code ?? ''
      const answer = await post(null, '/api/sign-in', { phone, code })
      const cookie = answer.cookies.find(({ name }) => name === 'azalea_session')
      return { ...cadre, cookie: `azalea_session=${cookie?.value ?? ''}` }
    },
    propose: (personId: string, body: object, who: TestPerson = cadre) =>
      post(who, `/api/people/${personId}/sign-in-change`, { reason: '手机丢了', ...body }),
    decide: (who: TestPerson, changeId: string, decision = 'confirmed') =>
      post(who, '/api/sign-in-changes/decide', { changeIds: [changeId], decision }),
  }
}

function keptIn({ owner, clock }: TestServer) {
  return {
    grant: (personId: string, role: string) =>
      owner.query(
        'INSERT INTO role_grant (village_id, person_id, role, granted_at) VALUES ($1, $2, $3, $4)',
        [VILLAGE, personId, role, clock.now()],
      ),
    phoneOf: async (personId: string) => {
      const sql = 'SELECT phone FROM person WHERE person_id = $1'
      return (await owner.query(sql, [personId])).rows[0]?.phone
    },
    messagesOf: async (personId: string) => {
      const sql = 'SELECT kind FROM message WHERE person_id = $1 ORDER BY sent_at, message_id'
      return (await owner.query(sql, [personId])).rows.map(({ kind }) => kind)
    },
    leaves: async (kind: string) => {
      const sql = 'SELECT leaf FROM record WHERE kind = $1 ORDER BY recorded_at, record_id'
      const { rows } = await owner.query(sql, [kind])
      return rows.map(({ leaf }) => leaf.toString() as string)
    },
    /** Whether the kept request can be guessed by hashing the telephone or number in clear. */
    isKeptAs: async (name: string, input: Json) => {
      const request = canonicalBytes({ name, input })
      const hash = createHash('sha256').update(request).digest()
      const sql = 'SELECT FROM command WHERE request_hash = $1'
      return (await owner.query(sql, [hash])).rowCount !== 0
    },
  }
}
