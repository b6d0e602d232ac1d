import { beforeEach, expect, it, vi } from 'vitest'
import { forgetEarlyAnswers, takeEarlyAnswer, type EarlyAnswer } from './early-answers.ts'

const address = 'https://village.example/api/session'
const arrives = Promise.resolve({ response: new Response('{}'), arrivedAt: 1 })
const answer: EarlyAnswer = { language: 'zh-CN', arrives }

beforeEach(() => {
  vi.stubGlobal('window', { azaleaEarly: new Map([['/api/session', answer]]) })
  return () => vi.unstubAllGlobals()
})

function ask(method = 'GET', language = 'zh-CN') {
  return takeEarlyAnswer(new Request(address, { method, headers: { 'Accept-Language': language } }))
}

it('gives what was asked for early, once: the second reader wants what is true by then', () => {
  expect(ask()).toBe(arrives)
  expect(ask()).toBeUndefined()
})

it('gives nothing to a command, in another language, or after it was forgotten', () => {
  expect(ask('POST')).toBeUndefined()
  vi.stubGlobal('window', { azaleaEarly: new Map([['/api/session', answer]]) })
  expect(ask('GET', 'en')).toBeUndefined()
  vi.stubGlobal('window', { azaleaEarly: new Map([['/api/session', answer]]) })
  forgetEarlyAnswers()
  expect(ask()).toBeUndefined()
})
