import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { line } from '../../../../platform/http/text.ts'
import { query } from '../../../../platform/http/route.ts'
import { packRefusals } from '../../packs/index.ts'
import type { TraceParts } from '../parts.ts'
import { findLink, type ScannedLink } from './find-link.ts'
import { anchorOf, linksetOf, targetOf } from './links.ts'

const LINKSET = 'application/linkset+json'
/** What a linkset says as linked data. */
const CONTEXT = 'https://ref.gs1.org/standards/resolver/linkset-context'
const tag = 'trace'
const ofLink = z.object({ gtin: line(20), serial: line(40) })

/**
 * The addresses that stand on labels of packs with a GTIN, after the GS1-Conformant Resolver standard:
 * by themselves they lead to the pack's page; asked, they say what else there is.
 */
export function registerDigitalLinkRoutes(http: FastifyInstance, parts: TraceParts): void {
  query(
    http,
    {
      url: '/01/:gtin/21/:serial',
      access: 'public',
      perMinute: 300,
      summary: 'Where a GS1 Digital Link leads: to the page of the pack, or what is asked for',
      tag,
      params: ofLink,
      query: z.object({ linkType: line(100).optional() }),
      answer: z.unknown().meta({ description: LINKSET }),
    },
    async ({ params, query: { linkType }, request, reply }) => {
      reply.header('access-control-allow-origin', '*').header('vary', 'accept')
      const accept = request.headers.accept ?? ''
      return answerLink(parts, params, { linkType, accept }, reply)
    },
  )
  query(
    http,
    {
      url: '/api/digital-links/:gtin/:serial',
      access: 'public',
      perMinute: 300,
      summary: 'Which pack a scanned GS1 Digital Link is of',
      tag,
      params: ofLink,
      answer: z.object({ villageId: z.string(), number: z.string() }),
    },
    async ({ params }) => {
      const { villageId, number } = await findLink(parts, params)
      return { villageId, number }
    },
  )
  http.get('/.well-known/gs1resolver', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('access-control-allow-origin', '*')
    return {
      name: 'Azalea',
      resolverRoot: parts.publicUrl,
      supportedPrimaryKeys: ['01'],
      supportedLinkType: [{ namespace: 'https://ref.gs1.org/voc/', prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
    }
  })
}

async function answerLink(
  parts: TraceParts,
  scanned: ScannedLink,
  { linkType, accept }: { readonly linkType: string | undefined; readonly accept: string },
  reply: FastifyReply,
) {
  const isBrowser = accept.includes('text/html')
  const pack = await findLink(parts, scanned).catch((error: unknown) => {
    // Who scanned it with a telephone reads a page that says so; a program gets the refusal.
    if (isBrowser) return null
    throw error
  })
  if (pack === null) {
    const [gtin, serial] = [scanned.gtin, scanned.serial].map(encodeURIComponent)
    return reply.redirect(`/#/01/${gtin}/21/${serial}`, 307)
  }
  const anchor = anchorOf(pack)
  if (linkType === 'linkset' || linkType === 'all' || accept.includes(LINKSET)) {
    reply
      .type(LINKSET)
      .header(
        'link',
        `<${CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
      )
    return JSON.stringify(linksetOf(pack))
  }
  const target = targetOf(pack, linkType ?? 'defaultLink')
  if (target === null) throw packRefusals('no_such_link')
  reply.header('link', `<${anchor}?linkType=linkset>; rel="linkset"; type="${LINKSET}"`)
  return reply.redirect(target.path, 307)
}
