import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatsFor, messagesMessages, messageText, translator } from '@azalea/client'
import { sourceModules } from './source-files.mjs'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const sources = sourceModules(root)
  .filter((file) => !/\.test\.tsx?$|\/test\/|openapi\.d\.ts$/.test(file))
  .map((file) => ({ file, text: read(file) }))

const serverModule = /^apps\/server\/src\/modules\/([^/]+)\//
const client = /^(apps\/(web|miniprogram)|packages\/client)\/src\//
const tellers = /^packages\/client\/src\/messages\/[a-z-]+\.ts$/
const words = [
  'packages/client/src/words/messages-messages.ts',
  'packages/client/src/words/offer-messages.ts',
  'packages/client/src/words/round-messages.ts',
  'packages/client/src/words/sensor-messages.ts',
]

/** Files that spell a word as a literal. */
const naming = (kind: string, among = sources) =>
  among.filter(({ text }) => text.includes(`'${kind}'`)).map(({ file }) => file)

const senders = sources.filter(
  ({ file, text }) => serverModule.test(file) && /\bsendMessages?\b|NewMessage\b/.test(text),
)
/** What the server sends to a person's messages: a word, a dot, what happened. */
const sent = [
  ...new Set(
    senders.flatMap(({ text }) =>
      [
        ...text.matchAll(/\bkind: '([a-z_]+\.[a-z_-]+)'/g),
        ...text.matchAll(/\bsendMessage\([^;]*?'([a-z_]+\.[a-z_-]+)'/g),
      ].map(([, kind = '']) => kind),
    ),
  ),
].sort()

const inboxKinds = [
  ...read('packages/client/src/words/inbox-messages.ts').matchAll(/^ {4}inbox_(\w+):/gm),
].map(([, kind = '']) => kind)

const steps = (heading: string) => {
  const page = read('CONTRIBUTING.md')
  const [section = ''] = page.slice(page.indexOf(heading)).split('\n## ', 1)
  return [...section.matchAll(/^\d\. /gm)].length
}

describe('a message kind', () => {
  it('stands in CONTRIBUTING.md with the files it touches', () => {
    expect(sent.length).toBeGreaterThan(30)
    expect(steps('## Adding a message kind')).toBe(4)
  })

  it.each(sent)('%s is sent by one module, and known to one place of the clients', (kind) => {
    const modules = naming(kind, senders).map((file) => serverModule.exec(file)?.[1])
    expect([...new Set(modules)]).toHaveLength(1)
    const clients = naming(kind).filter((file) => client.test(file) && !tellers.test(file))
    expect(clients.filter((file) => !words.includes(file))).toEqual([])
  })

  it.each(sent)('%s has words in both languages', (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const t = translator(messagesMessages, language)
      const format = formatsFor(language, () => new Date('2026-03-02T04:00:00Z'))
      const { text } = messageText(
        { kind, params: {} },
        { language, t, format, doorOf: () => '', itemName: () => '' },
      )
      expect(text).not.toBe(t('unknown'))
      expect(text).not.toContain(kind)
    }
  })
})

/** Which features of the web contribute a kind by this file of theirs. */
const contributing = (kind: string, file: string) =>
  sources
    .filter(({ file: one }) => one.startsWith('apps/web/src/features/') && one.endsWith(`/${file}`))
    .filter(({ text }) => new RegExp(`^ +${kind}: `, 'm').test(text))
    .map(({ file: one }) => one)

describe('a kind of the inbox', () => {
  it('stands in CONTRIBUTING.md with the files it touches', () => {
    expect(steps('## Adding an inbox kind')).toBe(3)
  })

  it.each([...new Set(inboxKinds)])('%s touches its words and its own feature', (kind) => {
    expect(contributing(kind, 'inbox-kinds.ts')).toHaveLength(1)
    const worded = sources.filter(({ text }) => text.includes(`inbox_${kind}:`))
    expect(worded.map(({ file }) => file)).toEqual(['packages/client/src/words/inbox-messages.ts'])
    const web = sources.filter(({ file }) => file.startsWith('apps/web/src/'))
    const named = web.filter(({ text }) => new RegExp(`\\b${kind}: \\{ icon`).test(text))
    expect(named).toHaveLength(1)
  })

  it.each([...new Set(inboxKinds)])('%s is listed by one module', (kind) => {
    const listing = naming(kind).flatMap((file) => {
      const module = serverModule.exec(file)?.[1]
      return module !== undefined && /inbox|due|list-|\/(submodule|module)\.ts$/.test(file)
        ? [module]
        : []
    })
    expect(listing.length).toBeGreaterThan(0)
    expect([...new Set(listing)]).toHaveLength(1)
  })
})

const homeWords = read('packages/client/src/words/home-messages.ts')
const homeKinds = (family: 'waiting' | 'news') => [
  ...new Set(
    [...homeWords.matchAll(new RegExp(`^ {4}${family}_(\\w+?)(?:_other|_one)?:`, 'gm'))].map(
      ([, kind = '']) => kind,
    ),
  ),
]

describe('a line of home', () => {
  it('stands in CONTRIBUTING.md with the files it touches', () => {
    expect(steps('## Adding a line of home')).toBe(3)
    expect([homeKinds('waiting').length, homeKinds('news').length]).toEqual([10, 2])
  })

  it.each(homeKinds('waiting'))('%s touches its own feature', (kind) => {
    expect(contributing(kind, 'home-kinds.ts')).toHaveLength(1)
  })

  it.each(homeKinds('news'))('the news of %s touches its own feature', (kind) => {
    expect(contributing(kind, 'news-kinds.ts')).toHaveLength(1)
  })
})
