import type { TestSubject } from './participation-village.ts'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  codeShown,
  done,
  hoursOn,
} from './participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

export interface Held {
  readonly activityId: string
  readonly shiftId: string
  /** By person. */
  readonly attendanceIds: Map<TestPerson, string>
}

/** A village with its sheet, somebody who leads activities and one of the committee who approves them. */
export class ActivityVillage {
  readonly test: TestServer
  readonly leader: TestPerson
  readonly committee: TestPerson
  #post: TestSubject | null = null

  constructor(test: TestServer, leader: TestPerson, committee: TestPerson) {
    this.test = test
    this.leader = leader
    this.committee = committee
  }

  static async create(): Promise<ActivityVillage> {
    const test = await createTestServer()
    await adoptGardenSheet(test)
    const { leader, committee } = await cast(test, 0)
    return new ActivityVillage(test, leader, committee)
  }

  /** Sets the clock to so many hours after the tests' beginning. */
  at(hours: number): void {
    this.test.clock.set(new Date(hoursOn(hours)))
  }

  give(who: TestPerson | null, path: string, body?: unknown) {
    return call(this.test, who, 'POST', path, body)
  }

  async people(count: number): Promise<TestPerson[]> {
    return (await cast(this.test, count)).people
  }

  get post(): TestSubject {
    if (this.#post === null) throw new Error('no watch is held')
    return this.#post
  }

  /** The code shown at the latest watch's post, now or at an hour. */
  code(hours?: number): Promise<string> {
    const { subjectId } = this.post
    return codeShown(
      this.test,
      subjectId,
      hours === undefined ? undefined : new Date(hoursOn(hours)),
    )
  }

  /** A watch of tomorrow 22:00 to 02:00 at a post of its own with these people signed up; now is 22:00. */
  async watch(people: readonly TestPerson[], quota = people.length): Promise<string> {
    this.test.clock.set(TEST_START)
    this.#post = await addSubject(this.test, { kind: 'post', label: `村口岗 ${Math.random()}` })
    const [startsAt, endsAt] = [hoursOn(37), hoursOn(41)]
    const { shiftIds } = await approvedActivity(this.test, this.leader, this.committee, {
      title: '村口值守',
      itemRef: 'watch-hour',
      endsAt: hoursOn(48),
      shifts: [{ postSubjectId: this.post.subjectId, startsAt, endsAt, quota }],
    })
    const [shiftId = ''] = shiftIds
    for (const person of people) await done(this.give(person, `/api/shifts/${shiftId}/sign-up`))
    this.at(37)
    return shiftId
  }

  /** The same with one person who signed up. */
  async watchOfOne(quota = 3): Promise<{ shiftId: string; person: TestPerson }> {
    const person = await addPerson(this.test)
    return { shiftId: await this.watch([person], quota), person }
  }

  /** A shift between two hours after the tests' beginning, called by the first of them. */
  async shiftFrom(from: number, to: number): Promise<string> {
    const { shiftIds } = await approvedActivity(this.test, this.leader, this.committee, {
      title: `岗 ${from}`,
      itemRef: 'watch-hour',
      endsAt: hoursOn(48),
      shifts: [{ startsAt: hoursOn(from), endsAt: hoursOn(to), quota: 5 }],
    })
    return shiftIds[0] ?? ''
  }

  /** The leader enters somebody who came without a sign-up. */
  walkIn(shiftId: string, { personId }: TestPerson) {
    return this.give(this.leader, `/api/shifts/${shiftId}/walk-ins`, { personId })
  }

  /** Checks somebody in by the leader's word, and gives the attendance. */
  async checkedIn({ personId }: TestPerson, shiftId: string): Promise<string> {
    const answer = this.give(this.leader, `/api/shifts/${shiftId}/check-in`, { personId })
    return (await done(answer)).attendanceId
  }

  /**
   * An activity held tomorrow 09:00–12:00: everyone came on time and left after so many hours (null:
   * forgot to check out).
   */
  async hold(
    attended: readonly (readonly [TestPerson, number | null])[],
    change: Record<string, unknown> = {},
  ): Promise<Held> {
    const shifts = [{ startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 9 }]
    const { activityId, shiftIds } = await approvedActivity(
      this.test,
      this.leader,
      this.committee,
      { shifts, ...change },
    )
    const [shiftId = ''] = shiftIds
    const attendanceIds = new Map<TestPerson, string>()
    for (const [person] of attended) await done(this.give(person, `/api/shifts/${shiftId}/sign-up`))
    this.at(24)
    for (const [person] of attended)
      attendanceIds.set(person, (await this.#byLeader(person, shiftId, 'check-in')).attendanceId)
    for (const [person, hours] of attended) {
      if (hours === null) continue
      this.at(24 + hours)
      await this.#byLeader(person, shiftId, 'check-out')
    }
    this.at(27)
    return { activityId, shiftId, attendanceIds }
  }

  #byLeader(person: TestPerson, shiftId: string, way: 'check-in' | 'check-out') {
    const { personId, householdId } = person
    const who = householdId === this.leader.householdId ? this.committee : this.leader
    return done(this.give(who, `/api/shifts/${shiftId}/${way}`, { personId }))
  }

  /** Gives an attendance its score. */
  score(who: TestPerson | null, attendanceId = '', body: unknown = { score: 4 }) {
    return this.give(who, `/api/attendances/${attendanceId}/score`, body)
  }

  /** Who came to a shift, as somebody sees it. */
  attendanceOf(person: TestPerson, shiftId: string) {
    return done(call(this.test, person, 'GET', `/api/shifts/${shiftId}/attendance`))
  }

  async listed(shiftId: string) {
    return (await this.attendanceOf(this.leader, shiftId)).items
  }

  inboxOf(person: TestPerson, isCommittee = false) {
    const { contributions } = this.test.server
    const roles = new Set<'villager' | 'committee'>(
      isCommittee ? ['villager', 'committee'] : ['villager'],
    )
    const actor = { ...person, roles, leadsGroupNo: null }
    return this.test.database.inVillage(VILLAGE, (db) =>
      contributions.inbox({ db, actor, language: 'zh', now: this.test.clock.now() }),
    )
  }

  /** The kinds of what a person was told whose name begins so, oldest first. */
  async kindsOf({ personId }: TestPerson, beginsWith = ''): Promise<string[]> {
    const { rows } = await this.test.owner.query<{ kind: string }>(
      'SELECT kind FROM message WHERE person_id = $1 AND starts_with(kind, $2) ORDER BY sent_at, message_id',
      [personId, beginsWith],
    )
    return rows.map(({ kind }) => kind)
  }

  async messagesOf({ personId }: TestPerson, kind: string) {
    const { rows } = await this.test.owner.query<{ params: Record<string, unknown> }>(
      'SELECT params FROM message WHERE person_id = $1 AND kind = $2 ORDER BY message_id',
      [personId, kind],
    )
    return rows.map(({ params }) => params)
  }

  /** Approves an activity of the leader, and gives its shifts. */
  async approve(change: Record<string, unknown> = {}): Promise<string[]> {
    const { test, leader, committee } = this
    return [...(await approvedActivity(test, leader, committee, change)).shiftIds]
  }

  /** A shift as it stands on its activity's page for this person. */
  async shiftSeenBy(person: TestPerson, shiftId: string) {
    const read = (url: string) => done(call(this.test, person, 'GET', url))
    const { items } = await read('/api/activities?scope=upcoming&limit=100')
    for (const { activityId } of items) {
      const { shifts } = await read(`/api/activities/${activityId}`)
      const found = shifts.find((shift: { shiftId: string }) => shift.shiftId === shiftId)
      if (found) return found
    }
    throw new Error('no such shift')
  }
}

/** A shift of a proposal. */
export const shiftAt = (from: number, to: number, quota = 2) => ({
  startsAt: hoursOn(from),
  endsAt: hoursOn(to),
  quota,
})
