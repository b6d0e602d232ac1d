import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBoundaries } from './boundaries.mjs'
import type { BoundaryViolation } from './boundaries.mjs'
import { props } from './planted-props.ts'

const root = path.resolve(import.meta.dirname, '..')
const modules = 'apps/server/src/modules'

/** Files that break the module map, each in one way, and the rule that must say so. */
const planted = [
  {
    what: 'an import of a sibling in the same tier',
    rule: 'tier-3-imports-only-lower-tiers',
    file: `${modules}/standing/planted-sibling.ts`,
    text: "import { planted } from '../scoring/index.ts'\nexport const sibling = planted\n",
  },
  {
    what: 'an import from a higher tier',
    rule: 'tier-1-imports-only-lower-tiers',
    file: `${modules}/ledger/planted-upward.ts`,
    text: "import { planted } from '../scoring/index.ts'\nexport const upward = planted\n",
  },
  {
    what: 'an import of nothing but a type from a sibling',
    rule: 'tier-3-imports-only-lower-tiers',
    file: `${modules}/standing/planted-type.ts`,
    text: "import type { Planted } from '../scoring/index.ts'\nexport type OfType = Planted\n",
  },
  {
    what: "an import past another module's door",
    rule: 'front-door-only',
    file: `${modules}/participation/planted-deep.ts`,
    text: "import { inside } from '../scoring/planted-inside.ts'\nexport const deep = inside\n",
  },
  {
    what: 'an overview that reads a module by its name',
    rule: 'overview-reads-what-modules-contribute',
    file: `${modules}/overview/planted-by-name.ts`,
    text: "import type { Planted } from '../scoring/index.ts'\nexport type OfType = Planted\n",
  },
  {
    what: 'a submodule that imports from a higher one',
    rule: 'participation-level-1-imports-only-lower-submodules',
    file: `${modules}/participation/activities/planted-upward-submodule.ts`,
    text: "import { planted } from '../spot-checks/index.ts'\nexport const upward = planted\n",
  },
  {
    what: 'a submodule that imports from its neighbour',
    rule: 'participation-level-2-imports-only-lower-submodules',
    file: `${modules}/participation/ratings/planted-neighbour.ts`,
    text: "import type { Planted } from '../breach-reports/index.ts'\nexport type OfType = Planted\n",
  },
  {
    what: "an import past another submodule's door",
    rule: 'participation-submodules-by-their-doors',
    file: `${modules}/participation/closing/planted-deep-submodule.ts`,
    text: "import { inside } from '../spot-checks/planted-inside.ts'\nexport const deep = inside\n",
  },
  {
    what: "a module that goes past a submodule's door",
    rule: 'participation-submodules-by-their-doors',
    file: `${modules}/participation/planted-roof.ts`,
    text: "import { inside } from './spot-checks/planted-inside.ts'\nexport const deep = inside\n",
  },
  {
    what: 'a submodule that knows what joins the submodules',
    rule: 'participation-submodules-know-no-module',
    file: `${modules}/participation/closing/planted-up-to-the-roof.ts`,
    text: "import { deep } from '../planted-roof.ts'\nexport const roof = deep\n",
  },
  {
    what: 'a ground that knows a submodule',
    rule: 'participation-ground-knows-no-submodule',
    file: `${modules}/participation/ground/planted-ground.ts`,
    text: "import { planted } from '../spot-checks/index.ts'\nexport const known = planted\n",
  },
  {
    what: 'rules that know the awards made by them',
    rule: 'scoring-level-1-imports-only-lower-submodules',
    file: `${modules}/scoring/rules/planted-award.ts`,
    text: "import { planted } from '../awards/index.ts'\nexport const award = planted\n",
  },
  {
    what: 'awards that know the objections to them',
    rule: 'scoring-level-2-imports-only-lower-submodules',
    file: `${modules}/scoring/awards/planted-objection.ts`,
    text: "import type { Planted } from '../objections/index.ts'\nexport type OfType = Planted\n",
  },
  {
    what: 'a submodule without a level',
    rule: 'participation-submodules-have-a-level',
    file: `${modules}/participation/attic/index.ts`,
    text: "import { planted } from '../spot-checks/index.ts'\nexport const attic = planted\n",
  },
  {
    what: 'a module that has no tier',
    rule: 'every-module-has-a-tier',
    file: `${modules}/gossip/index.ts`,
    text: "import { planted } from '../scoring/index.ts'\nexport const gossip = planted\n",
  },
  {
    what: 'SQL outside a store',
    rule: 'sql-only-in-stores',
    file: `${modules}/scoring/planted-sql.ts`,
    text: "import { sql } from 'kysely'\nexport const query = sql`SELECT 1`\n",
  },
  {
    what: 'a query in a file of table types',
    rule: 'tables-are-only-types',
    file: `${modules}/standing/planted/tables.ts`,
    text: "import { sql, type Generated } from 'kysely'\nexport type Row = Generated<typeof sql>\n",
  },
  {
    what: 'a lock beside what it guards',
    rule: 'locks-not-side-by-side',
    file: `${modules}/scoring/planted-lock.ts`,
    text: 'declare const lockAll: () => Promise<void>\ndeclare const read: () => Promise<void>\nexport const both = () => Promise.all([lockAll(), read()])\n',
  },
  {
    what: 'a statement that locks, whatever its function is called, beside what it guards',
    rule: 'locks-not-side-by-side',
    file: `${modules}/scoring/planted-kept.ts`,
    text: "import { keepRow } from './planted-kept.store.ts'\ndeclare const read: () => Promise<void>\nexport const both = (db: { query(text: string): Promise<void> }) =>\n  Promise.all([read(), keepRow(db)])\n",
  },
  {
    what: 'a function that calls what locks, beside what it guards',
    rule: 'locks-not-side-by-side',
    file: `${modules}/scoring/planted-caller.ts`,
    text: "import { keepRow } from './planted-kept.store.ts'\ntype Db = { query(text: string): Promise<void> }\ndeclare const read: () => Promise<void>\nconst begin = async (db: Db) => {\n  await keepRow(db)\n}\nexport const both = (db: Db) => Promise.all([read(), begin(db)])\n",
  },
  {
    what: 'SQL that locks beside what it guards',
    rule: 'locks-not-side-by-side',
    file: `${modules}/scoring/planted-lock.store.ts`,
    text: "import { sql } from 'kysely'\nexport const both = () => Promise.all([sql`SELECT pg_advisory_xact_lock(7)`, sql`SELECT 1`])\n",
  },
  {
    what: 'HTTP outside the routes',
    rule: 'http-only-in-routes',
    file: `${modules}/scoring/planted-http.ts`,
    text: "import type { FastifyRequest } from 'fastify'\nexport type Planted = FastifyRequest\n",
  },
  {
    what: 'a platform that knows a module',
    rule: 'platform-knows-no-module',
    file: 'apps/server/src/platform/planted.ts',
    text: "import { planted } from '../modules/scoring/index.ts'\nexport const known = planted\n",
  },
  {
    what: 'a Node built-in in a pure package',
    rule: 'pure-packages-have-no-io',
    file: 'packages/scoring/src/planted-node.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  },
  {
    what: 'an npm package in a pure package',
    rule: 'pure-packages-have-no-io',
    file: 'packages/tlog/src/planted-npm.ts',
    text: "import { z } from 'zod'\nexport const shape = z.string()\n",
  },
  {
    what: 'a program that makes a record’s shape of its own',
    rule: 'records-by-the-front-door',
    file: 'apps/audit/src/planted-shape.ts',
    text: "import { shape } from '../../../packages/records/src/planted-shape.ts'\nexport const own = shape\n",
  },
  {
    what: 'a Node built-in in the client core',
    rule: 'pure-packages-have-no-io',
    file: 'packages/client/src/planted-node.ts',
    text: "import { randomUUID } from 'node:crypto'\nexport const key = randomUUID\n",
  },
  {
    what: 'a library for one platform in the client core',
    rule: 'pure-packages-have-no-io',
    file: 'packages/client/src/planted-idb.ts',
    text: "import { openDB } from 'idb'\nexport const open = openDB\n",
  },
  {
    what: 'a client that goes past the core’s door',
    rule: 'client-by-the-front-door',
    file: 'apps/web/src/planted-core.ts',
    text: "import { inside } from '../../../packages/client/src/planted-inside.ts'\nexport const deep = inside\n",
  },
  {
    what: 'records that know the log they stand in',
    rule: 'records-know-no-program',
    file: 'packages/records/src/planted-log.ts',
    text: "import { tree } from '../../tlog/src/planted-tree.ts'\nexport const log = tree\n",
  },
  {
    what: 'the web app reaching into the server',
    rule: 'clients-never-import-server',
    file: 'apps/web/src/planted.tsx',
    text: "import { planted } from '../../server/src/modules/scoring/index.ts'\nexport const Planted = () => <p>{planted}</p>\n",
  },
  {
    what: 'a component that knows who is signed in',
    rule: 'web-design-system-knows-itself-and-the-client',
    file: 'apps/web/src/ui/planted-app.tsx',
    text: "import { planted } from '../app/planted-session.ts'\nexport const Planted = () => <p>{planted}</p>\n",
  },
  {
    what: 'a component that knows a feature',
    rule: 'web-design-system-knows-itself-and-the-client',
    file: 'apps/web/src/ui/planted-feature.tsx',
    text: "import { planted } from '../features/planted-one/page.ts'\nexport const Planted = () => <p>{planted}</p>\n",
  },
  {
    what: 'a component that goes past the client core',
    rule: 'web-design-system-knows-itself-and-the-client',
    file: 'apps/web/src/ui/planted-package.ts',
    text: "import { tree } from '../../../../packages/tlog/src/planted-tree.ts'\nexport const own = tree\n",
  },
  {
    what: 'a component that asks the server',
    rule: 'web-design-system-asks-nobody',
    file: 'apps/web/src/ui/planted-query.ts',
    text: "import { useQuery } from '@tanstack/react-query'\nexport const ask = useQuery\n",
  },
  {
    what: 'a component that asks the server without a library',
    rule: 'web-asks-by-typed-calls',
    file: 'apps/web/src/ui/planted-fetch.ts',
    text: "export const ask = () => fetch('/api/session')\n",
  },
  {
    what: 'a feature that imports another',
    rule: 'features-know-no-feature',
    file: 'apps/web/src/features/planted-two/page.ts',
    text: "import { planted } from '../planted-one/page.ts'\nexport const page = planted\n",
  },
  {
    what: 'a feature that asks the server by itself',
    rule: 'web-asks-by-typed-calls',
    file: 'apps/web/src/features/planted-one/ask.ts',
    text: "export const ask = () => fetch('/api/session')\n",
  },
  {
    what: 'a feature that puts a path together',
    rule: 'web-asks-by-typed-calls',
    file: 'apps/web/src/features/planted-one/path.ts',
    text: 'export const path = (id: string) => `/api/awards/${id}`\n',
  },
  {
    what: 'a feature that sends what the contract does not know',
    rule: 'web-asks-by-typed-calls',
    file: 'apps/web/src/features/planted-one/send.ts',
    text: "import { send } from '../../app/api.ts'\nexport const tell = () => send('POST', '/api/x')\n",
  },
  {
    what: 'a feature that keeps an answer under a key of its own',
    rule: 'web-asks-by-typed-calls',
    file: 'apps/web/src/features/planted-one/key.ts',
    text: "import { get } from '../../app/api.ts'\nexport const home = { queryKey: ['home'], queryFn: () => get('/api/me/home') }\n",
  },
  {
    what: 'a server of villages that loads the season',
    rule: 'season-for-the-demonstration-alone',
    file: 'apps/server/src/main.ts',
    text: "import { planted } from './season/planted-season.ts'\nexport const main = planted\n",
  },
  {
    what: 'a module that knows the season’s people',
    rule: 'season-for-the-demonstration-alone',
    file: `${modules}/community/planted-season.ts`,
    text: "import type { Planted } from '../../season/planted-season.ts'\nexport type OfType = Planted\n",
  },
  {
    what: 'another way into the demonstration',
    rule: 'demonstration-by-the-entry-alone',
    file: 'apps/server/src/planted-entry.ts',
    text: "await import('./demonstration.ts')\nexport {}\n",
  },
  {
    what: 'an entry that loads the demonstration unasked',
    rule: 'demonstration-only-when-asked-for',
    file: 'apps/server/src/server.ts',
    text: "import './demonstration.ts'\n",
  },
  {
    what: 'a cycle',
    rule: 'no-cycles',
    file: `${modules}/scoring/planted-cycle.ts`,
    text: "import { back } from './planted-cycle-back.ts'\nexport const there = back\n",
  },
  {
    what: 'an import that leads nowhere',
    rule: 'no-unresolved-imports',
    file: `${modules}/record/planted-nowhere.ts`,
    text: "import { nothing } from './planted-nothing.ts'\nexport const nowhere = nothing\n",
  },
]

let copy = ''
let violations: BoundaryViolation[] = []
let moduleCount = 0

beforeAll(async () => {
  // Inside the checkout, so that packages resolve; ignored by git and by every other check.
  fs.mkdirSync(path.join(root, 'test-results'), { recursive: true })
  copy = fs.mkdtempSync(path.join(root, 'test-results/boundaries-'))
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) {
    fs.copyFileSync(path.join(root, name), path.join(copy, name))
  }
  for (const { file, text } of [...props, ...planted]) {
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    fs.writeFileSync(path.join(copy, file), text)
  }
  const result = await checkBoundaries(copy)
  violations = result.violations
  moduleCount = result.moduleCount
}, 60_000)

afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

describe('the module map refuses', () => {
  it.each(planted)('$what', ({ rule, file }) => {
    // A cycle is told once, from either of its files.
    const about = violations.filter(({ from, to }) => from === file || to === file)
    expect(about.map((found) => found.rule)).toContain(rule)
  })
})

describe('the boundary check', () => {
  it('reads every module, JSX included', () => {
    expect(moduleCount).toBe(planted.length + props.length)
  })

  it('leaves alone what follows the map', () => {
    const breaking = new Set([
      ...planted.map(({ file }) => file),
      `${modules}/scoring/planted-cycle-back.ts`,
    ])
    expect(violations.filter(({ from }) => !breaking.has(from))).toEqual([])
  })

  it('reports a module that the cruiser did not read', async () => {
    const settings = path.join(copy, '.dependency-cruiser.cjs')
    const text = fs.readFileSync(settings, 'utf8')
    fs.writeFileSync(
      settings,
      text.replace(/exclude: \{[^}]*\}/, "exclude: { path: 'planted-npm' }"),
    )
    const result = await checkBoundaries(copy)
    expect(result.violations).toContainEqual({
      rule: 'every-module-is-read',
      from: 'packages/tlog/src/planted-npm.ts',
      to: '',
    })
  }, 60_000)
})
