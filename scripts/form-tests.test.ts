import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const features = path.join(import.meta.dirname, '../apps/web/src/features')
const filesOf = (feature: string) =>
  fs
    .readdirSync(path.join(features, feature), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, text: fs.readFileSync(path.join(features, feature, name), 'utf8') }))
const sends = /\b(post|put|del)\(|\boutbox\.give\(/

/** Features that have a form whose words go to the server. */
const withForms = fs.readdirSync(features).filter((feature) => {
  const files = filesOf(feature).filter(({ name }) => !name.endsWith('.test.tsx'))
  return (
    files.some(({ text }) => text.includes('<Form')) && files.some(({ text }) => sends.test(text))
  )
})

it('are found', () => {
  expect(withForms.length).toBeGreaterThan(15)
})

it.each(withForms)('%s has a rendered test of what a form of it sends', (feature) => {
  const tests = filesOf(feature).filter(
    ({ name, text }) => name.endsWith('.test.tsx') && /\bdrawForms\(\)/.test(text),
  )
  expect(tests.map(({ name }) => name)).not.toEqual([])
})

/** By whose fields somebody gives a verdict, a score or stars, and sends them. */
const judging = withForms.flatMap((feature) =>
  filesOf(feature)
    .filter(({ name, text }) => !name.endsWith('.test.tsx') && sends.test(text))
    .filter(({ text }) => /<(VerdictChoice|StarRating|VoteFields)\b/.test(text))
    .map(({ name }) => ({ feature, name })),
)

it('forms that judge are found', () => {
  expect(judging.length).toBeGreaterThan(10)
})

it.each(judging)(
  '$feature/$name, by which somebody judges, is drawn by a test',
  ({ feature, name }) => {
    const drawn = filesOf(feature).filter(
      (test) =>
        test.name.endsWith('.test.tsx') &&
        /\bdrawForms\(\)/.test(test.text) &&
        test.text.includes(`from './${name}'`),
    )
    expect(drawn.map((test) => test.name)).not.toEqual([])
  },
)
