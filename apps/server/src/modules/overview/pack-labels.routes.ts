import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { nameFile } from '../../platform/http/name-file.ts'
import { query } from '../../platform/http/route.ts'
import { line } from '../../platform/http/text.ts'
import { labelPapers, storages } from '../../platform/on-paper.ts'
import { parseApart } from '../../platform/parse-apart/parse-apart.ts'
import type { LabelSheet } from './pack-labels-pdf.ts'
import type { OverviewParts } from './parts.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./pack-labels-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 512, seconds: 30 }
const LABELS_A_FILE = 500

/** Drawn in a process of its own: half a thousand labels would hold everybody else up. */
export function registerPackLabels(http: FastifyInstance, parts: OverviewParts): void {
  query(
    http,
    {
      url: '/api/packings/:number/labels.pdf',
      access: ['committee', 'technician', 'supervisor'],
      perMinute: 30,
      summary: `Labels of a packing to print, ${LABELS_A_FILE} after a pack`,
      tag: 'overview',
      params: z.object({ number: line(40) }),
      query: z.object({
        paper: z.enum(labelPapers),
        storage: z.enum(storages).optional(),
        after: z.coerce.number().int().min(0).max(1_000_000).default(0),
        language: z.enum(['zh', 'en']).optional(),
      }),
      answer: z.unknown().meta({ description: 'application/pdf' }),
    },
    async ({ actor, params: { number }, query: asked, language, reply }) => {
      const { paper, after, storage = null } = asked
      const wanted = { number, after, limit: LABELS_A_FILE }
      const labels = await parts.contributions.packLabels(actor, wanted)
      const options: LabelSheet = { labels, paper, storage, language: asked.language ?? language }
      const file = Buffer.alloc(0)
      const task = { program, file, options, limits, isOurs: true } as const
      const drawn = await parseApart<Uint8Array>(actor.villageId, task)
      nameFile(reply, { zh: '标签.pdf', en: 'labels.pdf' }, language, 'inline')
      reply.type('application/pdf')
      return Buffer.from(drawn)
    },
  )
}
