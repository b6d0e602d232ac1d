const modules = 'apps/server/src/modules'

/** What the planted files need in order to break one rule only. */
export const props = [
  {
    file: 'apps/web/src/app/api.ts',
    text: 'export declare const send: (...sent: string[]) => void\nexport declare const get: (path: string) => void\n',
  },
  { file: 'apps/web/src/app/planted-session.ts', text: "export const planted = 'planted'\n" },
  { file: 'apps/web/src/features/planted-one/page.ts', text: "export const planted = 'planted'\n" },
  {
    file: `${modules}/scoring/index.ts`,
    text: "export const planted = 'planted'\nexport type Planted = string\n",
  },
  ...[
    'participation/spot-checks',
    'participation/breach-reports',
    'scoring/awards',
    'scoring/objections',
  ].map((submodule) => ({
    file: `${modules}/${submodule}/index.ts`,
    text: "export const planted = 'planted'\nexport type Planted = string\n",
  })),
  {
    file: `${modules}/participation/spot-checks/planted-inside.ts`,
    text: 'export const inside = 1\n',
  },
  { file: 'packages/records/src/planted-shape.ts', text: 'export const shape = 1\n' },
  { file: 'packages/client/src/planted-inside.ts', text: 'export const inside = 1\n' },
  { file: 'packages/tlog/src/planted-tree.ts', text: 'export const tree = 1\n' },
  {
    file: 'apps/server/src/season/planted-season.ts',
    text: "export const planted = 'planted'\nexport type Planted = string\n",
  },
  {
    file: 'apps/server/src/demonstration.ts',
    text: "import { planted } from './season/planted-season.ts'\nexport const season = planted\n",
  },
  { file: `${modules}/scoring/planted-inside.ts`, text: 'export const inside = 1\n' },
  {
    file: `${modules}/scoring/planted-kept.store.ts`,
    text: "export async function keepRow(db: { query(text: string): Promise<void> }) {\n  return db.query('SELECT 1 FROM award FOR UPDATE')\n}\n",
  },
  {
    file: `${modules}/scoring/planted-under-lock.ts`,
    text: "import { keepRow } from './planted-kept.store.ts'\ndeclare const underLock: (...both: unknown[]) => Promise<void>\ndeclare const read: () => Promise<void>\nexport const both = () =>\n  Promise.all([underLock(keepRow, () => Promise.all([read(), read()])), read()])\n",
  },
  {
    file: `${modules}/scoring/planted-cycle-back.ts`,
    text: "import { there } from './planted-cycle.ts'\nexport const back = (): unknown => there\n",
  },
  {
    file: `${modules}/community/tables.ts`,
    text: "import type { Generated } from 'kysely'\nimport { type ColumnType } from 'kysely'\nexport type Row = [Generated<string>, ColumnType<string>]\n",
  },
]
