import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { format } from 'oxfmt'
import { pseudonymPurposes, type Bilingual } from '@azalea/records'

/** What a kind's file exports, as far as the page tells of it. */
interface KindFile {
  readonly kind: string
  readonly version: number
  readonly title: Bilingual
  readonly public: FieldSaid
  readonly sealed: { readonly [whose: string]: { readonly [name: string]: FieldSaid } }
  readonly about: { readonly fields?: { readonly [name: string]: string }; readonly infer: string }
}

interface FieldSaid {
  readonly says: string
  readonly forms?: readonly { readonly [name: string]: FieldSaid }[]
}

/** `docs/design/log-entries.md` as it must be: what stands between its marks comes from the records. */
export async function logEntriesPage(root: string): Promise<string> {
  const file = path.join(root, 'docs/design/log-entries.md')
  const kinds = await readKinds(path.join(root, 'packages/records/src'))
  const page = put(
    put(readFileSync(file, 'utf8'), 'pseudonyms', pseudonyms()),
    'kinds',
    told(kinds),
  )
  const rules = JSON.parse(readFileSync(path.join(root, '.oxfmtrc.json'), 'utf8'))
  return (await format(file, page, rules)).code
}

async function readKinds(folder: string): Promise<KindFile[]> {
  const families = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  const files = families.flatMap(({ name }) =>
    readdirSync(path.join(folder, name)).map((one) => path.join(folder, name, one)),
  )
  const modules: { readonly about?: KindFile['about'] }[] = await Promise.all(
    files.map((file) => import(file)),
  )
  return modules.flatMap(({ about, ...rest }): KindFile[] => {
    const [shape] = Object.values(rest) as Omit<KindFile, 'about'>[]
    return about === undefined || shape === undefined
      ? []
      : [
          {
            kind: shape.kind,
            version: shape.version,
            title: shape.title,
            public: shape.public,
            sealed: shape.sealed,
            about,
          },
        ]
  })
}

function put(page: string, name: string, text: string): string {
  const [from, to] = [`<!-- generated: ${name} -->`, '<!-- end -->']
  const begin = page.indexOf(from)
  const end = page.indexOf(to, begin)
  if (begin < 0 || end < 0) throw new Error(`log-entries.md has no place for ${name}`)
  return `${page.slice(0, begin)}${from}\n\n${text}\n\n${page.slice(end)}`
}

function pseudonyms(): string {
  const rows = Object.entries(pseudonymPurposes).map(
    ([name, { standsFor, changes, why }]) => `| \`${name}\` | ${standsFor} | ${changes} | ${why} |`,
  )
  return [
    '| pseudonym | stands for | changes | why not longer, why not shorter |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function told(kinds: readonly KindFile[]): string {
  return kinds
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(toldOf)
    .join('\n\n')
}

function toldOf({ kind, version, title, public: shape, sealed, about }: KindFile): string {
  const forms = (shape.forms ?? []).map((fields) => tableOf(fields, about.fields ?? {}))
  const parts = Object.entries(sealed).map(
    ([whose, fields]) => `${spaced(whose)}: ${Object.keys(fields).join(', ') || 'nothing'}`,
  )
  return [
    `### \`${kind}\``,
    `${title.zh} · ${title.en} · version ${version}`,
    forms.join('\n\nor\n\n'),
    `Sealed: ${parts.length === 0 ? 'nothing' : parts.join('; ')}.`,
    `Who can infer what: ${about.infer}.`,
  ].join('\n\n')
}

function tableOf(
  fields: { readonly [name: string]: FieldSaid },
  notes: { readonly [name: string]: string },
): string {
  const rows = Object.entries(fields).map(([name, field]) => {
    const mark = 'optional' in field ? '?' : ''
    return `| \`${name}\`${mark} | ${field.says.replaceAll('|', '\\|')} | ${notes[name] ?? ''} |`
  })
  if (rows.length === 0) return 'Nothing in clear.'
  return ['| field | what | |', '| --- | --- | --- |', ...rows].join('\n')
}

/** earnerOfNoticed → earner of noticed */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
