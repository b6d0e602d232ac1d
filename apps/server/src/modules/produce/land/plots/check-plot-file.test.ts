import { afterAll, expect, it } from 'vitest'
import { createLandVillage, drawnPlots, rectangle } from '../../../../../test/land-village.ts'
import { addPerson, createTestServer, type TestPerson } from '../../../../../test/server.ts'
import { upload } from '../../../../../test/upload.ts'
import { readPlotFile } from './read-plot-file.ts'

const test = await createTestServer()
const { technician } = await createLandVillage(test)
afterAll(() => test.close())

const feature = (properties: object, ring: number[]) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      Array.from({ length: 5 }, (_, at) => [
        (ring[(2 * at) % 8] ?? 0) / 10_000_000,
        (ring[((2 * at) % 8) + 1] ?? 0) / 10_000_000,
      ]),
    ],
  },
})
const fileOf = (features: object[]) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
const send = (who: TestPerson | null, file: Buffer) => upload(test, who, '/api/plots/file', file)

it('tells of each plot of a file whether it could be drawn', async () => {
  const [known] = await drawnPlots(test, technician, ['A-1'])
  const file = fileOf([
    feature({ 名称: 'A-1', 亩: '0.9 亩' }, rectangle(0, 0)),
    feature({ name: 'A-9', group: '第2组', mu: 3 }, rectangle(100, 0)),
    feature({ name: 'A-10' }, rectangle(10, 0)),
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [120, 30] } },
  ])
  const answer = await send(technician, file)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json()).toMatchObject({
    skipped: 1,
    plots: [
      { label: 'A-1', subjectId: known, problem: null, statedSquareMetres: 600 },
      { label: 'A-9', groupNo: 2, areaSquareMetres: null, problem: expect.stringContaining('A-9') },
      { label: 'A-10', problem: expect.stringContaining('重叠') },
    ],
  })
  expect(readPlotFile(file).plots[0]?.ring).toHaveLength(10)
})

it('passes over numbers that no place and no plot has, and sends no outline back that cannot be drawn', async () => {
  const absurd = { name: 'A-11', group: '9'.repeat(50), mu: '9'.repeat(400) }
  const far = feature({ name: 'A-12' }, rectangle(0, 0))
  far.geometry.coordinates[0]?.push([1e308, 1])
  const many = feature({ name: 'A-13' }, rectangle(0, 0))
  const [ring = []] = many.geometry.coordinates
  for (let at = 0; at < 50_000; at++) ring.push([120.2 + at / 1e8, 29.9 - at / 1e8])
  const answer = await send(technician, fileOf([feature(absurd, rectangle(200, 0)), far, many]))
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  expect(answer.json()).toMatchObject({
    skipped: 1,
    plots: [
      { label: 'A-11', groupNo: null, statedSquareMetres: null, problem: null },
      { label: 'A-13', ring: [], problem: expect.stringContaining('角点太多') },
    ],
  })
})

it('refuses what is no GeoJSON, and whoever draws no plots', async () => {
  const codeOf = async (who: TestPerson | null, text: string) =>
    (await send(who, Buffer.from(text))).json().code
  expect(await codeOf(technician, 'no json')).toBe('not_geojson')
  expect(await codeOf(technician, '{"type":"Topology"}')).toBe('not_geojson')
  expect(await codeOf(technician, fileOf([]).toString())).toBe('not_geojson')
  expect(await codeOf(await addPerson(test), '{}')).toBe('role_required')
  expect(await codeOf(null, '{}')).toBe('not_signed_in')
})
