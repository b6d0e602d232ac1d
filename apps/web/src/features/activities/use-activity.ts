import { answerOf, useAnswer } from '../../app/use-answer.ts'

export const activityOf = (activityId: string) =>
  answerOf('/api/activities/{id}', { id: activityId })

export const useActivity = (activityId: string) =>
  useAnswer('/api/activities/{id}', { id: activityId })
