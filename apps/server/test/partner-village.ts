import { createGrownVillage, harvested, lotOf, packOf, type GrownVillage } from './packs-village.ts'
import { done } from './participation-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from './server.ts'

export const CAPTURE = `/api/villages/${VILLAGE}/epcis/capture`
export const ADDRESS = 'https://dashigai.example.cn'

export interface KeptPartner {
  readonly partnerId: string
  readonly key: string
}

interface Sending {
  readonly key: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A village with an address and 100 packs, of which partners tell. */
export class PartnerVillage {
  readonly grown: GrownVillage
  /** Of the packing. */
  readonly number: string
  private constructor(grown: GrownVillage, number: string) {
    this.grown = grown
    this.number = number
  }

  static async create(): Promise<PartnerVillage> {
    const grown = await createGrownVillage()
    const lot = await lotOf(grown, await harvested(grown), 60_000)
    const { number } = await done(packOf(grown, [{ lotId: lot.lotId, grams: 51_000 }]))
    const operator = await addPerson(grown.test, { roles: ['operator'] })
    const address = { publicUrl: ADDRESS }
    await done(call(grown.test, operator, 'POST', '/api/village/public-url', address))
    return new PartnerVillage(grown, number)
  }

  get test() {
    return this.grown.test
  }

  close = () => this.test.close()

  adding = (name: string, kind: string, person: TestPerson = this.grown.committee) =>
    call(this.test, person, 'POST', '/api/partners', { name, kind })

  add = (name: string, kind: string): Promise<KeptPartner> => done(this.adding(name, kind))

  renew = (partnerId: string) =>
    call(this.test, this.grown.committee, 'POST', `/api/partners/${partnerId}/key`)

  end = (partnerId: string) =>
    call(this.test, this.grown.committee, 'POST', `/api/partners/${partnerId}/end`)

  list = () => done(call(this.test, this.grown.committee, 'GET', '/api/partners'))

  /** What the label of a pack leads to. */
  pack = (serial: string) => `${ADDRESS}/t/${VILLAGE}/${this.number}-${serial}`

  send(document: unknown, { key, headers = {} }: Sending) {
    const type = { 'content-type': 'application/ld+json' }
    return this.test.http.inject({
      method: 'POST',
      url: CAPTURE,
      headers: { authorization: `Bearer ${key}`, ...type, ...headers },
      payload: typeof document === 'string' ? document : JSON.stringify(document),
    })
  }

  ask = (url: string, key: string) =>
    this.test.http.inject({ method: 'GET', url, headers: { authorization: `Bearer ${key}` } })

  /** What became of a document, once it is known. */
  async outcome(document: unknown, sending: Sending) {
    const sent = await this.send(document, sending)
    if (sent.statusCode !== 202) throw new Error(`${sent.statusCode} ${sent.body}`)
    return this.untilTaken(String(sent.headers['location']), sending.key)
  }

  async untilTaken(url: string, key: string) {
    for (;;) {
      const job = (await this.ask(url, key)).json()
      if (!job.running) return job
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** What the trace page of a pack tells of partners. */
  told = async (serial: string) => {
    const path = `/api/villages/${VILLAGE}/packs/${this.number}-${serial}`
    return (await done(call(this.test, null, 'GET', path))).told
  }
}

export function eventOf(
  no: string,
  bizStep: string,
  epcs: readonly string[],
  change: Readonly<Record<string, unknown>> = {},
) {
  return {
    type: 'ObjectEvent',
    eventID: `urn:uuid:00000000-0000-4000-8000-${no.padStart(12, '0')}`,
    eventTime: '2026-03-01T09:30:00+08:00',
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep,
    epcList: epcs,
    ...change,
  }
}

export const documentOf = (events: readonly unknown[], change: object = {}) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-03-01T10:00:00+08:00',
  epcisBody: { eventList: events },
  ...change,
})
