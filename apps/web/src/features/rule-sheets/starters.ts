import { ruleSheetsMessages } from './messages.ts'
import { fromPublishedSheet, type RuleSheet } from '@azalea/scoring'

/** The sheets that a village may begin with: the garden sheet, and what villages have published. */
const files = {
  'dashigai-garden': () => import('@azalea/scoring/rule-sheets/dashigai-garden.json'),
  luoyu: () => import('@azalea/scoring/rule-sheets/luoyu.json'),
  baiyang: () => import('@azalea/scoring/rule-sheets/baiyang.json'),
  'wendeng-commons': () => import('@azalea/scoring/rule-sheets/wendeng-commons.json'),
} as const

export type StarterName = keyof typeof files

export interface Starter {
  readonly name: StarterName
  /** As it stands in its own village. */
  readonly sheet: RuleSheet
}

export const starterNames = Object.keys(files) as readonly StarterName[]

/** All starter sheets. Throws where a part of the application cannot be fetched. */
export async function readStarters(villageId: string): Promise<readonly Starter[]> {
  return Promise.all(
    starterNames.map(async (name) => {
      const { default: json } = await files[name]()
      const sheet =
        'schema' in json
          ? { ...(json as unknown as RuleSheet), villageId }
          : fromPublishedSheet(json, { villageId })
      return { name, sheet }
    }),
  )
}

/** A starter as the village's own: in place of the sheet in force, or as its first. */
export function beginFrom(
  { name: starterName, sheet }: Starter,
  inForce: RuleSheet | null,
  village: { villageId: string; name: string },
  today: string,
): RuleSheet {
  const { villageId, name } = village
  const title = inForce?.title ?? { zh: `${name}积分细则`, en: `Points sheet of ${name}` }
  return {
    ...sheet,
    villageId,
    title,
    // A sheet has one note, and its village reads Chinese.
    sourceNote: ruleSheetsMessages.zh[`source_${starterName}`],
    effectiveFrom: inForce?.effectiveFrom ?? today,
  }
}
