import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it } from 'vitest'
import { forgetOldAnswers } from './forget-old-answers.ts'

const clients: QueryClient[] = []
afterEach(() => clients.splice(0).forEach((client) => client.clear()))

function village() {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: false } },
  })
  clients.push(queryClient)
  let state = 'sent back'
  const asked: string[] = []
  const read = (name: string) => ({
    queryKey: [name],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      asked.push(name)
      await new Promise((resolve) => setTimeout(resolve, 5))
      signal.throwIfAborted()
      return `${name} ${state}`
    },
  })
  /** A page that shows an answer; leaves when told. */
  const show = (name: string) => {
    const observer = new QueryObserver(queryClient, read(name))
    const leave = observer.subscribe(() => {})
    return { leave, shown: () => observer.getCurrentResult().data }
  }
  return {
    queryClient,
    asked,
    show,
    read,
    change: () => {
      state = 'proposed'
    },
  }
}

describe('after a command', () => {
  it('a page that is shown reads again', async () => {
    const { queryClient, show, change } = village()
    const page = show('activity')
    await expect.poll(page.shown).toBe('activity sent back')
    change()
    await forgetOldAnswers(queryClient)
    expect(page.shown()).toBe('activity proposed')
  })

  it('a page that it leads to shows the new answer, though the one before was asking', async () => {
    const { queryClient, show, change } = village()
    const form = show('activity')
    await expect.poll(form.shown).toBe('activity sent back')
    change()
    const done = forgetOldAnswers(queryClient)
    form.leave()
    const page = show('activity')
    await done
    expect(page.shown()).toBe('activity proposed')
  })

  it('a page that is not shown opens with nothing from before; the session is kept', async () => {
    const { queryClient, show, read, change } = village()
    const home = show('home')
    await expect.poll(home.shown).toBe('home sent back')
    home.leave()
    await queryClient.fetchQuery(read('/api/session'))
    change()
    await forgetOldAnswers(queryClient)
    expect(queryClient.getQueryData(['home'])).toBeUndefined()
    expect(queryClient.getQueryData(['/api/session'])).toBe('/api/session sent back')
    const again = show('home')
    expect(again.shown()).toBeUndefined()
    await expect.poll(again.shown).toBe('home proposed')
  })
})
