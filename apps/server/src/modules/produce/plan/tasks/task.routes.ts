import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { PlanParts } from '../parts.ts'
import { growers, taskReaders } from '../policy.ts'
import {
  byId,
  finishBody,
  giveUpBody,
  nothing,
  ownTasksAnswer,
  tasksAnswer,
  tasksQuery,
} from '../schema.ts'
import { finishTask, giveUpTask } from './end-task.ts'
import { readOwnTasks, readTasks } from './read-tasks.ts'

const tag = 'plan'

export function registerTaskRoutes(http: FastifyInstance, parts: PlanParts): void {
  query(
    http,
    {
      url: '/api/tasks',
      access: taskReaders,
      summary: 'What is to be done on all plots, the late first',
      tag,
      query: tasksQuery,
      answer: tasksAnswer,
    },
    ({ actor, query: asked, language }) => readTasks(parts, actor, asked, language),
  )
  query(
    http,
    {
      url: '/api/tasks/own',
      access: growers,
      summary: 'What is to be done on the plots of one’s household',
      tag,
      answer: ownTasksAnswer,
    },
    ({ actor, language }) => readOwnTasks(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/tasks/:id/done',
      access: growers,
      summary: 'Mark a task of a planting as done, with a photo; also later, with its own time',
      tag,
      params: byId,
      body: finishBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) => finishTask(parts, actor, key, { ...body, taskId: params.id }),
  )
  command(
    http,
    {
      url: '/api/tasks/:id/give-up',
      access: growers,
      summary: 'Give a task of a planting up, with a reason',
      tag,
      params: byId,
      body: giveUpBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) => giveUpTask(parts, actor, key, { ...body, taskId: params.id }),
  )
}
