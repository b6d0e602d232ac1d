import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { options } from 'preact'
import type { ReactElement } from 'react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { Router } from 'wouter'
import { openDocument } from '../../miniprogram/test/document.mjs'
import { useHashLocation } from '../src/ui/hash-location.ts'

/** What the server answers, by path; everything else it does not know. */
export type Answers = Record<string, { readonly status?: number; readonly json: unknown }>

export interface Sent {
  readonly path: string
  readonly body: unknown
}

/** A form as it stands on a page, found by what can be read on it. */
export interface FormAtWork {
  readonly text: () => string
  type(label: string, value: string): Promise<void>
  /** A choice, a box, or a button, by its words. */
  press(words: string): Promise<void>
  /** What stands in a field. */
  read(label: string): string
  /** The first list to choose from, and the first field for several lines. */
  choose(value: string): Promise<void>
  write(text: string): Promise<void>
  /** The first box that is not ticked. */
  check(): Promise<void>
  /** As the form's own button does it. */
  submit(): Promise<void>
  readonly has: (selector: string) => boolean
  until(holds: () => boolean): Promise<void>
  /** The commands that were sent, once there is one more than this. */
  sent(after?: number): Promise<readonly Sent[]>
}

const borrowed = [
  'window',
  'document',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'HTMLElement',
  'HTMLIFrameElement',
  'Node',
  'Element',
] as const

/** Forms are drawn into a document that is there for this file's tests alone. */
export function drawForms(): (
  form: ReactElement,
  answers?: Answers,
  address?: string,
) => Promise<FormAtWork> {
  let page: Window & typeof globalThis
  let close: () => void = () => undefined
  beforeAll(() => {
    // There are no frames to wait for.
    options.requestAnimationFrame = (run) => void setTimeout(run)
    page = openDocument()
    for (const name of borrowed) vi.stubGlobal(name, name === 'window' ? page : page[name])
    const media = () => ({ matches: false, addEventListener: () => undefined })
    vi.stubGlobal('matchMedia', media)
    for (const name of ['addEventListener', 'removeEventListener'] as const)
      vi.stubGlobal(name, page[name].bind(page))
    vi.stubGlobal('navigator', { onLine: true, language: 'zh-CN', languages: ['zh-CN'] })
    Object.assign(page, { matchMedia: media, scrollTo: () => undefined })
    // What jsdom leaves out of a dialog.
    Object.assign(page.HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.open = true
      },
      close(this: HTMLDialogElement) {
        this.open = false
      },
    })
  })
  afterEach(() => {
    close()
    page.localStorage.clear()
    page.sessionStorage.clear()
  })
  afterAll(() => {
    Reflect.deleteProperty(options, 'requestAnimationFrame')
    vi.unstubAllGlobals()
    page.close()
  })
  return async (form, answers = {}, address = '/') => {
    page.location.hash = address
    // It looks for a document when it is loaded.
    const { createRoot } = await import('react-dom/client')
    const sent: Sent[] = []
    vi.stubGlobal('fetch', async (request: Request) => {
      const path = new URL(request.url).pathname
      if (request.method !== 'GET') sent.push({ path, body: await bodyOf(request) })
      const { status = 200, json } = answers[path] ?? known[path] ?? unknown
      return new Response(JSON.stringify(json), { status })
    })
    const place = page.document.body.appendChild(page.document.createElement('div'))
    const root = createRoot(place)
    close = () => {
      root.unmount()
      place.remove()
    }
    root.render(
      <Router hook={useHashLocation}>
        <QueryClientProvider client={asked()}>{form}</QueryClientProvider>
      </Router>,
    )
    const work = workOn(page, place, sent)
    await work.until(() => place.childElementCount > 0)
    return work
  }
}

const asked = () =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity },
      mutations: { networkMode: 'always', retry: false },
    },
  })

const unknown = { status: 404, json: { code: 'unknown' } }

/** Who is at the form where nothing else is said: a member of the committee. */
const known: Answers = {
  '/api/session': {
    json: {
      choices: null,
      session: {
        person: { personId: 'p', name: '陈秀芳' },
        village: { villageId: '330109102259', name: '大石盖村', townName: '戴村镇' },
        roles: ['villager', 'committee'],
        household: { householdId: 'h', houseNo: '1', groupNo: 1, groupName: '第1组', joined: true },
        villages: [],
      },
    },
  },
}

/** A refusal as the server gives it. */
export const refused = (code: string, zh: string): Answers[string] => ({
  status: 409,
  json: { code, title: zh, detail: zh, words: { zh, en: code } },
})

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text()
  return text === '' ? null : (JSON.parse(text) as unknown)
}

function workOn(
  page: Window & typeof globalThis,
  place: HTMLElement,
  sent: readonly Sent[],
): FormAtWork {
  const text = () => (place.textContent ?? '').replace(/\s+/g, ' ')
  const fail = (what: string): never => {
    throw new Error(`no ${what} in: ${text()}`)
  }
  /** What was done is drawn, its effects run, it is drawn again: in turns, not in time. */
  const moment = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setTimeout(resolve))
  }
  const set = (control: Control | null, value: string, what: string) => {
    setValue(page, control ?? fail(what), value)
    return moment()
  }
  const click = (element: HTMLElement | null | undefined, what: string) => {
    ;(element ?? fail(what)).click()
    return moment()
  }
  const work: FormAtWork = {
    text,
    type: (label, value) => set(controlOf(place, label), value, label),
    read: (label) => (controlOf(place, label) ?? fail(label)).value,
    press: (words) => click(pressableOf(place, words), words),
    choose: (value) => set(place.querySelector('select'), value, 'select'),
    write: (value) => set(place.querySelector('textarea'), value, 'textarea'),
    check: () =>
      click(place.querySelector<HTMLElement>('input[type=checkbox]:not(:checked)'), 'box'),
    submit: () => click(place.querySelector<HTMLElement>('button[type=submit]'), 'submit'),
    has: (selector) => place.querySelector(selector) !== null,
    until: async (holds) => {
      const end = Date.now() + 10_000
      while (!holds()) {
        if (Date.now() > end) throw new Error(`still: ${text()}`)
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    },
    sent: async (after = 0) => {
      await work.until(() => sent.length > after)
      return sent
    },
  }
  return work
}

/** Of several the one that says least else. */
function pressableOf(place: HTMLElement, words: string): HTMLElement | undefined {
  const pressable = 'button, label, summary, input[type=radio], input[type=checkbox]'
  const saying = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent ?? ''
  const [nearest] = [...place.querySelectorAll<HTMLElement>(pressable)]
    .filter((one) => saying(one).includes(words))
    .toSorted((one, other) => saying(one).length - saying(other).length)
  return nearest
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function controlOf(place: HTMLElement, label: string): Control | null {
  const fields = 'input, textarea, select'
  const named = [...place.querySelectorAll('label, legend')].find((one) =>
    (one.textContent ?? '').includes(label),
  )
  const id = named?.getAttribute('for') ?? null
  const tied = id === null ? null : place.querySelector<Control>(`[id="${id}"]`)
  return (
    tied ??
    named?.querySelector<Control>(fields) ??
    place.querySelector<Control>(`[aria-label*="${label}"]`)
  )
}

/** As a person's typing does it: React looks at the element, not at what it once wrote there. */
function setValue(page: Window & typeof globalThis, control: Control, value: string): void {
  const { prototype } =
    control.tagName === 'SELECT'
      ? page.HTMLSelectElement
      : control.tagName === 'TEXTAREA'
        ? page.HTMLTextAreaElement
        : page.HTMLInputElement
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
  const heard = control.tagName === 'SELECT' ? 'change' : 'input'
  control.dispatchEvent(new page.Event(heard, { bubbles: true }))
}
