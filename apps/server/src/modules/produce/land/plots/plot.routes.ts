import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readUpload } from '../../../../platform/http/read-upload.ts'
import { command, query } from '../../../../platform/http/route.ts'
import type { LandParts } from '../parts.ts'
import { landKeepers, landReaders, surveyors } from '../policy.ts'
import {
  box,
  byId,
  drawPlotsAnswer,
  drawPlotsBody,
  landAnswer,
  nothing,
  plotFileAnswer,
  publicLandAnswer,
  restBody,
} from '../schema.ts'
import { checkPlotFile } from './check-plot-file.ts'
import { drawPlots } from './draw-plots.ts'
import { readLand, readPublicLand } from './read-land.ts'
import { restPlot } from './rest-plot.ts'
import { setLandBounds } from './set-land-bounds.ts'

const tag = 'produce'
const MEGABYTE = 1024 * 1024

export function registerPlotRoutes(http: FastifyInstance, parts: LandParts): void {
  registerDrawing(http, parts)
  query(
    http,
    {
      url: '/api/plots',
      access: landReaders,
      summary: 'The map of plots: whose they are, and which of them I may lease',
      tag,
      answer: landAnswer,
    },
    ({ actor, language }) => readLand(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/plots',
      access: 'public',
      summary: 'The map of plots without names',
      tag,
      params: z.object({ villageId: z.string().regex(/^\d{12}$/) }),
      answer: publicLandAnswer,
    },
    ({ params, language }) => readPublicLand(parts, params.villageId, language),
  )
}

function registerDrawing(http: FastifyInstance, parts: LandParts): void {
  command(
    http,
    {
      url: '/api/plots',
      access: surveyors,
      summary: 'Draw plots, all or none',
      tag,
      body: drawPlotsBody,
      bodyLimitBytes: 4 * MEGABYTE,
      answer: drawPlotsAnswer,
    },
    ({ actor, key, body }) => drawPlots(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/plots/file',
      access: surveyors,
      perMinute: 30,
      summary: 'Read a GeoJSON file (multipart) and tell of each plot whether it could be drawn',
      tag,
      answer: plotFileAnswer,
    },
    async ({ actor, language, request }) =>
      checkPlotFile(parts, actor, language, await readUpload(request, 4 * MEGABYTE)),
  )
  command(
    http,
    {
      url: '/api/plots/:id/rest',
      access: surveyors,
      summary: 'Let a plot rest, or end its rest',
      tag,
      params: byId,
      body: restBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) => restPlot(parts, actor, key, { plotId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/land-bounds',
      access: landKeepers,
      summary: 'Say within which box the plots of the village lie',
      tag,
      body: box,
      answer: nothing,
    },
    ({ actor, key, body }) => setLandBounds(parts, actor, key, body),
  )
}
