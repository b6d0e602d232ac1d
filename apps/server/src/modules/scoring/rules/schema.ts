import { z } from 'zod'
import { mark, paragraphs } from '../../../platform/http/text.ts'
import { day, instant, uuid } from '../ground/shapes.ts'

export const villageId = z.string().regex(/^\d{12}$/)
export const sheetHashText = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: "SHA-256 of the sheet's canonical bytes (RFC 8785), hexadecimal" })

const count = z.int().min(0).max(1_000_000)

const vote = z.object({
  date: day,
  body: z.enum(['adults', 'households', 'delegates']).optional().meta({
    description: 'Who met, which decides the quorum (Organic Law, arts 22, 26); absent: adults',
  }),
  eligible: count,
  present: count,
  for: count,
  against: count,
  minutesFileId: uuid.optional().meta({ description: 'A picture of the minutes' }),
})

export const votedResolution = vote.meta({ id: 'VotedResolution' })

export const resolution = vote
  .extend({
    minutesHash: sheetHashText
      .optional()
      .meta({ description: 'SHA-256 of the picture of the minutes, hexadecimal' }),
  })
  .meta({ id: 'Resolution' })

export const sheetBody = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A rule sheet of the schema azalea-rule-sheet/1' })

export const lintAnswer = z
  .object({ ref: mark(100), reason: paragraphs(500) })
  .meta({ id: 'LintAnswer' })

const lintFinding = z
  .object({
    ref: z.string(),
    verdict: z.enum(['warn', 'refuse']),
    reasons: z.array(
      z.object({
        code: z.string(),
        article: z.string(),
        messageZh: z.string(),
        messageEn: z.string(),
      }),
    ),
  })
  .meta({ id: 'LintFinding' })

export const sheetInForce = z
  .object({
    ruleSheetId: uuid,
    version: z.int(),
    effectiveFrom: day,
    hash: sheetHashText,
    sheet: sheetBody,
    resolution,
  })
  .meta({ id: 'SheetInForce' })

export const sheetListItem = z.object({
  ruleSheetId: uuid,
  version: z.int(),
  state: z.enum(['draft', 'adopted']),
  effectiveFrom: day,
  adoptedAt: instant.nullable(),
  title: z.string(),
  draftedByMe: z.boolean(),
})

export const sheetView = z
  .object({
    ruleSheetId: uuid,
    version: z.int(),
    state: z.enum(['draft', 'adopted']),
    effectiveFrom: day,
    adoptedAt: instant.nullable(),
    hash: sheetHashText,
    sheet: sheetBody,
    resolution: resolution.nullable(),
    draftedByMe: z.boolean(),
    findings: z
      .array(lintFinding)
      .meta({ description: 'Items whose words the check does not simply accept' }),
    lintAnswers: z.array(lintAnswer),
  })
  .meta({ id: 'SheetView' })

export const importAnswer = z.object({
  ruleSheetId: uuid.nullable().meta({ description: 'Null when the file has problems' }),
  version: z.int().nullable(),
  items: z.int(),
  problems: z.array(
    z.object({
      path: z.string(),
      code: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
    }),
  ),
})
