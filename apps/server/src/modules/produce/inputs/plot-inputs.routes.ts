import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import { enterInspection } from './checks/enter-inspection.ts'
import { enterResidueTest } from './checks/enter-residue-test.ts'
import { checkApplication } from './applications/read-asked.ts'
import { declareHarvest } from './harvests/declare-harvest.ts'
import type { InputParts } from './parts.ts'
import { askers, inputReaders, technicians } from './policy.ts'
import { readPlotInputs } from './read-plot-inputs.ts'
import {
  byId,
  checkAnswer,
  checkQuery,
  declareAnswer,
  declareBody,
  inspectionAnswer,
  inspectionBody,
  plotInputsAnswer,
  testAnswer,
  testBody,
} from './schema.ts'

const tag = 'inputs'

export function registerPlotInputRoutes(http: FastifyInstance, parts: InputParts): void {
  query(
    http,
    {
      url: '/api/plots/:id/inputs',
      access: inputReaders,
      summary: 'What was put on a plot, what is asked, and from when it may be harvested',
      tag,
      params: byId,
      answer: plotInputsAnswer,
    },
    ({ actor, params, language }) => readPlotInputs(parts, actor, params.id, language),
  )
  query(
    http,
    {
      url: '/api/plots/:id/application-check',
      access: inputReaders,
      summary: 'Whether a product may be put on a plot now, and its dose',
      tag,
      params: byId,
      query: checkQuery,
      answer: checkAnswer,
    },
    ({ actor, params, query: { unit, thousandths, ...product }, language }) => {
      const asked = { ...product, amount: { unit, thousandths } }
      return checkApplication(parts, actor, { plotId: params.id, asked }, language)
    },
  )
  command(
    http,
    {
      url: '/api/plots/:id/harvests',
      access: askers,
      summary: 'Declare the harvest of a plot',
      tag,
      params: byId,
      body: declareBody,
      answer: declareAnswer,
    },
    ({ actor, key, params, body }) =>
      declareHarvest(parts, actor, key, { ...body, plotId: params.id }),
  )
  registerChecks(http, parts)
}

function registerChecks(http: FastifyInstance, parts: InputParts): void {
  command(
    http,
    {
      url: '/api/plots/:id/residue-tests',
      access: technicians,
      summary: 'Enter a residue test of a plot: a failed one holds its harvest',
      tag,
      params: byId,
      body: testBody,
      answer: testAnswer,
    },
    ({ actor, key, params, body }) =>
      enterResidueTest(parts, actor, key, { ...body, plotId: params.id }),
  )
  command(
    http,
    {
      url: '/api/plots/:id/inspections',
      access: technicians,
      summary: 'Enter an inspection of a plot',
      tag,
      params: byId,
      body: inspectionBody,
      answer: inspectionAnswer,
    },
    ({ actor, key, params, body }) =>
      enterInspection(parts, actor, key, { ...body, plotId: params.id }),
  )
}
