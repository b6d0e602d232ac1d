import type { Answer } from '@azalea/client'

/** `GET /api/me/home`: what the first screen shows of a household. */
export type HomeAnswer = Answer<'/api/me/home'>

export type Waiting = HomeAnswer['waiting'][number]

export type News = HomeAnswer['news'][number]
