import { text } from './params.ts'
import {
  at,
  type About,
  type Message,
  type MessageContext,
  type MessageText,
} from './message-context.ts'

/** Messages about what the roster says of somebody. */
export const entryKinds = [
  'person.entered',
  'person.corrected',
  'person.moved',
  'person.departed',
  'person.returned',
  'household.head_named',
  'household.person_added',
  'removal.proposed',
  'removal.proposed_at_home',
  'removal.to_confirm',
  'removal.dropped',
  'removal.proposal_dropped',
] as const

export type EntryKind = (typeof entryKinds)[number]

/** What was changed of a roster entry, with the reason that was given. */
export function aboutEntry(
  kind: EntryKind,
  params: Message['params'],
  { t, doorOf }: MessageContext,
): MessageText {
  const door = (group: unknown, house: unknown) =>
    doorOf({ groupName: text(group), houseNo: text(house) })
  const words = typeof params['reason'] === 'string' ? params['reason'] : null
  const told = (sentence: string, about: About | null = at('my_household')): MessageText => ({
    text: sentence,
    words,
    about,
  })
  switch (kind) {
    case 'person.entered':
      return told(t(kind, { door: door(params['group'], params['houseNo']) }))
    case 'person.corrected':
      return told(t(kind, { before: entry(params['before']), after: entry(params['after']) }))
    case 'person.moved': {
      const from = door(params['fromGroup'], params['fromHouseNo'])
      const how = params['byFile'] === true ? 'person.moved.file' : kind
      return told(t(how, { from, to: door(params['group'], params['houseNo']) }))
    }
    case 'person.departed': {
      const as = params['as'] === 'died' ? 'died' : 'moved_away'
      return told(t(`person.departed.${as}`, { name: text(params['name']) }))
    }
    case 'person.returned':
      return told(t(kind))
    case 'household.head_named':
      return told(
        t(params['isHead'] === true ? 'household.head_named.you' : 'household.head_named.other'),
      )
    case 'household.person_added':
      return told(t(kind, { name: text(params['name']) }))
    case 'removal.proposed': {
      return told(t(`removal.proposed.${removalOf(params) ?? 'erased'}`), null)
    }
    case 'removal.proposed_at_home': {
      const removal = removalOf(params)
      const how = removal === null || removal === 'erased' ? 'moved_away' : removal
      return told(t(`${kind}.${how}`, { name: text(params['name']) }), null)
    }
    case 'removal.to_confirm':
      return told(t(kind), at('roster_person', text(params['personId'])))
    case 'removal.proposal_dropped':
      return told(t(kind), at('roster_person', text(params['personId'])))
    case 'removal.dropped':
      return told(t(kind), null)
  }
}

const removals = ['erased', 'died', 'moved_away', 'moved_in'] as const

function removalOf(params: Message['params']) {
  return removals.find((one) => one === params['removal']) ?? null
}

/** 高文芳 1958 */
function entry(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const { name, birthYear } = value as { name?: unknown; birthYear?: unknown }
  const year = typeof birthYear === 'number' ? String(birthYear) : ''
  return `${text(name)} ${year}`.trim()
}
