import { canonicalForeignJson, isShallow } from '@azalea/text'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { createHash } from 'node:crypto'
import schema from '../epcis/epcis-json-schema.json' with { type: 'json' }
import { refuse, type EventFaultCode } from '../refusals.ts'
import type { ToldStep } from '../tables.ts'
import { MOST_EVENTS } from './capture-limits.ts'
import { epcsOf, stepOf } from './told-event.ts'

const MOST_EVENT_KILOBYTES = 256
const MOST_ID_CHARACTERS = 300
/** Clocks differ. */
const AHEAD_MILLISECONDS = 10 * 60_000
/** Nobody told anything by EPCIS before there was one. */
const EARLIEST = Date.UTC(2000, 0)
const MOST_WHAT = 160

/** One event as it is kept. */
export interface ToldEvent {
  /** Its place in the document, from 1. */
  readonly no: number
  readonly toldId: string
  readonly digest: string
  readonly happenedAt: string
  readonly step: ToldStep | null
  readonly epcs: readonly string[]
  /** Since when whoever told it declares it wrong. */
  readonly wrongSince: string | null
  readonly event: string
}

export interface EventFault {
  readonly no: number
  readonly code: EventFaultCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface CheckedCapture {
  readonly eventCount: number
  readonly events: readonly ToldEvent[]
  readonly faults: readonly EventFault[]
}

export interface CheckOptions {
  readonly now: string
}

type Json = Readonly<Record<string, unknown>>
interface Judges {
  readonly document: ValidateFunction
  readonly event: ValidateFunction
}

/**
 * What a partner sent, by GS1's published schema of EPCIS 2.0: what can be kept of it, and what is
 * wrong with the rest, event by event.
 * @throws Refusal 'epcis_not_json', 'epcis_too_deep', 'epcis_no_document', 'no_events', 'too_many_events'
 */
export function checkCaptureFile(file: Buffer, { now }: CheckOptions): CheckedCapture {
  const judges = compileJudges()
  const list = eventListOf(parsed(file), judges)
  if (list.length === 0) throw refuse('no_events')
  if (list.length > MOST_EVENTS) throw refuse('too_many_events', { most: MOST_EVENTS })
  const events: ToldEvent[] = []
  const faults: EventFault[] = []
  for (const [at, event] of list.entries()) {
    const told = toldOf(at + 1, event, judges, new Date(now))
    if ('code' in told) faults.push(told)
    else events.push(told)
  }
  return { eventCount: list.length, events, faults }
}

function compileJudges(): Judges {
  // The schema is not ours: ajv's own stricter rules find fault with it.
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv, { mode: 'full' })
  ajv.addSchema(schema)
  const judge = (name: string) => ajv.compile({ $ref: `${schema.$id}#/definitions/${name}` })
  return { document: judge('EPCIS-Document'), event: judge('EPCIS-Document-Event') }
}

function parsed(file: Buffer): Json {
  let value: unknown
  try {
    value = JSON.parse(file.toString('utf8'))
  } catch {
    throw refuse('epcis_not_json')
  }
  if (!isObject(value)) throw refuse('epcis_no_document', { what: '{}' })
  if (!isShallow(value)) throw refuse('epcis_too_deep')
  return value
}

/** The events of a document whose envelope is as it should be. */
function eventListOf(document: Json, judges: Judges): readonly unknown[] {
  const isAnswer = document['type'] === 'EPCISQueryDocument'
  if (!isAnswer && document['type'] !== 'EPCISDocument')
    throw refuse('epcis_no_document', { what: 'type' })
  const body = isObject(document['epcisBody']) ? document['epcisBody'] : {}
  const results = isObject(body['queryResults']) ? body['queryResults'] : {}
  const found = isObject(results['resultsBody']) ? results['resultsBody'] : {}
  const list = isAnswer ? found['eventList'] : body['eventList']
  if (!Array.isArray(list)) throw refuse('epcis_no_document', { what: 'epcisBody.eventList' })
  const without = isAnswer
    ? { ...body, queryResults: { ...results, resultsBody: { ...found, eventList: [] } } }
    : { ...body, eventList: [] }
  if (judges.document({ ...document, epcisBody: without })) return list
  throw refuse('epcis_no_document', { what: whatOf(judges.document.errors) })
}

function toldOf(no: number, event: unknown, judges: Judges, now: Date): ToldEvent | EventFault {
  const fault = (code: EventFaultCode, params: EventFault['params'] = {}): EventFault => ({
    no,
    code,
    params,
  })
  if (!isObject(event) || !judges.event(event))
    return fault('event_invalid', { what: whatOf(judges.event.errors) })
  const text = canonicalForeignJson(event)
  if (Buffer.byteLength(text) > MOST_EVENT_KILOBYTES * 1024)
    return fault('event_too_large', { most: MOST_EVENT_KILOBYTES })
  const { errorDeclaration, recordTime: _ours, ...said } = event
  const happenedAt = instantOf(event['eventTime'])
  const isDeclared = isObject(errorDeclaration)
  const wrongSince = isDeclared ? instantOf(errorDeclaration['declarationTime']) : null
  if (happenedAt === null || (isDeclared && wrongSince === null)) return fault('event_time_wrong')
  if (happenedAt.getTime() > now.getTime() + AHEAD_MILLISECONDS) return fault('event_from_future')
  const same = createHash('sha256').update(canonicalForeignJson(said))
  const digest = same.copy().digest('hex')
  const given = event['eventID']
  // Told without a name it has the name of what it says (RFC 6920), so that it counts once as well.
  const toldId =
    typeof given === 'string' ? given : `ni:///sha-256;${same.copy().digest('base64url')}`
  if (toldId.length > MOST_ID_CHARACTERS)
    return fault('event_id_too_long', { most: MOST_ID_CHARACTERS })
  return {
    no,
    toldId,
    digest,
    happenedAt: happenedAt.toISOString(),
    step: stepOf(event['bizStep']),
    epcs: epcsOf(event),
    wrongSince: wrongSince?.toISOString() ?? null,
    event: text,
  }
}

/** The schema lets leap seconds and the year 0 through, which no clock here has. */
function instantOf(written: unknown): Date | null {
  const instant = new Date(String(written))
  return instant.getTime() >= EARLIEST ? instant : null
}

/** What the schema says, for a person: where, and what. */
function whatOf(errors: readonly ErrorObject[] | null | undefined): string {
  const [first] = errors ?? []
  if (first === undefined) return '{}'
  const missing = errors?.find(({ keyword }) => keyword === 'required') ?? first
  return `${missing.instancePath} ${missing.message ?? ''}`.trim().slice(0, MOST_WHAT)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
