import { z } from 'zod'
import { waitingLeave } from '../consent/schema.ts'
import { departures } from '../entering/schema.ts'
import { roles } from '../../../platform/actor.ts'
import { conflictChoices } from './roster-conflicts.ts'

export const householdRow = z.object({
  householdId: z.string(),
  houseNo: z.string(),
  groupNo: z.int(),
  groupName: z.string(),
  headName: z.string().nullable().meta({ description: 'Null without a head, or once erased' }),
  hasHead: z.boolean(),
  isOffice: z.boolean().meta({ description: 'Of the founders; nobody lives there' }),
  people: z.int(),
  joined: z.boolean(),
})

export const householdView = householdRow.extend({
  people: z.array(
    z.object({
      personId: z.string(),
      name: z.string().nullable().meta({ description: 'null once erased' }),
      phoneMasked: z.string().nullable(),
      idLast4: z.string().nullable(),
      birthYear: z.int().nullable(),
      departedAs: z.enum(departures).nullable(),
      isHead: z.boolean(),
      roles: z.array(z.enum(roles)),
    }),
  ),
  consents: z.array(
    z.object({
      decision: z.enum(['join', 'leave']),
      decidedAt: z.string(),
      givenByName: z.string().nullable(),
      recordedByName: z.string().nullable(),
    }),
  ),
  leaving: waitingLeave.nullable(),
})

export const personRow = z.object({
  personId: z.string(),
  name: z.string(),
  householdId: z.string(),
  houseNo: z.string(),
  groupNo: z.int(),
  joined: z
    .boolean()
    .meta({ description: 'Without it nothing is entered for anybody of the household' }),
})

const fieldChange = z.object({ field: z.string(), from: z.string(), to: z.string() })

export const rosterPreview = z.object({
  importId: z.string(),
  summary: z.object({
    rows: z.int(),
    newHouseholds: z.int(),
    newPeople: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    faulty: z.int(),
    skipped: z
      .int()
      .meta({ description: 'Rows that are not imported: faulty, left out, or in question' }),
    proposed: z.int(),
  }),
  errors: z.array(
    z.object({
      row: z.int(),
      column: z.string(),
      cell: z.string(),
      code: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
    }),
  ),
  remarks: z
    .array(
      z.object({
        code: z.string(),
        cell: z.string().nullable(),
        messageZh: z.string(),
        messageEn: z.string(),
      }),
    )
    .meta({ description: 'What was left out of the file, or read though it was hidden' }),
  conflicts: z
    .array(
      z.object({
        conflictId: z.string(),
        kind: z.string(),
        row: z.int(),
        cell: z.string(),
        column: z.string(),
        messageZh: z.string(),
        messageEn: z.string(),
        choices: z.array(z.enum(conflictChoices)),
      }),
    )
    .meta({ description: 'To be answered line by line before it can be imported' }),
  proposals: z
    .array(
      z.object({
        row: z.int(),
        groupName: z.string(),
        houseNo: z.string(),
        name: z.string(),
        fields: z.array(fieldChange),
      }),
    )
    .meta({ description: 'Telephones and identity numbers that wait for a second person' }),
  changes: z
    .array(
      z.object({
        row: z.int(),
        kind: z.enum(['new', 'changed']),
        groupName: z.string(),
        houseNo: z.string(),
        name: z.string(),
        fields: z.array(fieldChange),
      }),
    )
    .meta({ description: 'The first 200; what changes comes before what is new' }),
})

export const rosterImported = z.object({
  newHouseholds: z.int(),
  newPeople: z.int(),
  changed: z.int(),
  proposed: z.int(),
  skipped: z
    .int()
    .meta({ description: 'Rows that were not imported, to be had as .xlsx for a day' }),
})
