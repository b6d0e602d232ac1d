import { afterAll, describe, expect, it } from 'vitest'
import {
  createLandVillage,
  drawing,
  drawnPlots,
  landOf,
  rectangle,
} from '../../../../../test/land-village.ts'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { addSubject, done, refused } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
} from '../../../../../test/server.ts'

const test = await createTestServer()
const { committee, technician } = await createLandVillage(test)
const villager = await addPerson(test)
afterAll(() => test.close())

const draw = (who: TestPerson | null, plots: object[], key?: string) =>
  call(test, who, 'POST', '/api/plots', { plots }, key === undefined ? {} : { key })

describe('drawing plots', () => {
  it('gives new ones their plate, measures them, and tells their areas in the log', async () => {
    const plots = [
      drawing('B-1', rectangle(0, 0), { soil: 'loam', water: '二号泵', statedSquareMetres: 610 }),
      drawing('B-2', rectangle(25, 0), { groupNo: 2 }),
    ]
    const answer = await sentTwice(test, (key) => draw(technician, plots, key))
    expect(answer.json().plots.map(({ label }: { label: string }) => label)).toEqual(['B-1', 'B-2'])
    const land = await landOf(test, villager)
    expect(land.plots).toMatchObject([
      { label: 'B-1', state: 'free', soil: 'loam', water: '二号泵', isMine: false },
      { label: 'B-2', state: 'free', groupNo: 2 },
    ])
    const { rows } = await test.owner.query("SELECT leaf FROM record WHERE kind = 'land.measured'")
    const { plots: told } = JSON.parse(rows[0].leaf.toString()).public
    expect(told.map((one: { areaSquareMetres: number }) => one.areaSquareMetres)).toEqual(
      land.plots.map((plot: { areaSquareMetres: number }) => plot.areaSquareMetres),
    )
    const plates = await test.owner.query('SELECT count(*)::int AS n FROM plate')
    expect(plates.rows[0].n).toBe(2)
  })

  it('draws the land of what has its plate already, and draws it anew', async () => {
    const subject = await addSubject(test, { kind: 'flock', label: '林下鸡', keeper: villager })
    const own = { subjectId: subject.subjectId, kind: 'flock', tenure: 'household' }
    await done(draw(committee, [drawing('林下鸡', rectangle(0, 100, 40, 40), own)]))
    await done(draw(committee, [drawing('林下鸡', rectangle(0, 101, 40, 40), own)]))
    const { plots } = await landOf(test, villager)
    expect(plots.find((plot: { label: string }) => plot.label === '林下鸡')).toMatchObject({
      plotId: subject.subjectId,
      state: 'held',
      kind: 'flock',
      isMine: true,
    })
  })

  it('is all or nothing, and each is held against the others of the request', async () => {
    const before = (await landOf(test, villager)).plots.length
    const overlapping = [drawing('C-1', rectangle(0, 200)), drawing('C-2', rectangle(5, 200))]
    const answer = await draw(committee, overlapping)
    expect(answer.json()).toMatchObject({ code: 'plot_overlaps' })
    expect(answer.json().detail ?? answer.json().title).toContain('C-1')
    expect((await landOf(test, villager)).plots).toHaveLength(before)
  })

  it('refuses whose it is not, what has no land, and what nobody knows', async () => {
    const house = await addSubject(test, { kind: 'house', label: '老屋' })
    const ring = rectangle(0, 300)
    expect(await refused(draw(null, [drawing('D', ring)]))).toBe('401 not_signed_in')
    expect(await refused(draw(villager, [drawing('D', ring)]))).toBe('403 role_required')
    const of = (change: object) => refused(draw(committee, [drawing('D', ring, { ...change })]))
    expect(await of({ subjectId: house.subjectId })).toBe('400 plot_kind_has_no_land')
    expect(await of({ subjectId: test.server.newId() })).toBe('404 unknown_subject')
    expect(await of({ tenure: 'household' })).toBe('400 plot_without_keeper')
    expect(await of({ label: 'B-1' })).toBe('409 label_taken')
    expect(await of({ ring: ring.slice(1) })).toBe('400 invalid_request')
  })

  it('draws one of two that overlap at one moment', async () => {
    const both = [
      draw(committee, [drawing('E-1', rectangle(0, 400))]),
      draw(technician, [drawing('E-2', rectangle(1, 400))]),
    ]
    expect(await outcomesOf(both)).toEqual(['done', 'plot_overlaps'])
  })

  it('takes two hundred in one action, and shows them to everybody without names', async () => {
    const labels = Array.from({ length: 200 }, (_, at) => `F-${at + 1}`)
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    await drawnPlots(test, elsewhere, labels)
    const shown = await done(call(test, null, 'GET', `/api/villages/${OTHER_VILLAGE}/plots`))
    expect(shown.plots).toHaveLength(200)
    expect(Object.keys(shown.plots[0])).not.toContain('holderName')
    const own = await done(call(test, null, 'GET', `/api/villages/${VILLAGE}/plots`))
    expect(own.season.name).toBe('2026 年春夏季')
    expect(await refused(call(test, null, 'GET', '/api/villages/999999999999/plots'))).toBe(
      '404 unknown_village',
    )
  })
})
