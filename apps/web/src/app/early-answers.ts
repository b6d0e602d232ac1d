/** What the script in the page's head has asked for before the application was there. */
export interface EarlyAnswer {
  readonly language: string
  readonly arrives: Promise<{ readonly response: Response; readonly arrivedAt: number }>
}

declare global {
  interface Window {
    azaleaEarly?: Map<string, EarlyAnswer>
  }
}

/**
 * The answer to this request if it has been asked for already; each is given once. Undefined when
 * it was not, or in another language.
 */
export function takeEarlyAnswer(request: Request): EarlyAnswer['arrives'] | undefined {
  if (request.method !== 'GET') return undefined
  const { pathname, search } = new URL(request.url)
  const address = pathname + search
  const answer = window.azaleaEarly?.get(address)
  window.azaleaEarly?.delete(address)
  return answer?.language === request.headers.get('Accept-Language') ? answer.arrives : undefined
}

/** Whatever has not been taken by now is too old, or somebody else's. */
export function forgetEarlyAnswers(): void {
  window.azaleaEarly?.clear()
}
