import { QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it } from 'vitest'
import { useCommand } from './use-command.ts'

const clients: QueryClient[] = []
afterEach(() => clients.splice(0).forEach((client) => client.clear()))

/** A proposal on a server, in a browser that keeps answers for half a minute. */
function village() {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: false } },
  })
  clients.push(queryClient)
  let state = 'sent_back'
  const read = (page: string) => ({
    queryKey: [page],
    queryFn: () => Promise.resolve(`${page} ${state}`),
  })
  const show = (page: string) => {
    const observer = new QueryObserver(queryClient, read(page))
    const leave = observer.subscribe(() => {})
    return { leave, shown: () => observer.getCurrentResult().data }
  }
  const resubmit = () => {
    state = 'proposed'
    return Promise.resolve({})
  }
  return { queryClient, show, resubmit }
}

/** The command as a page of this client has it. */
function commandOf<Answer>(
  queryClient: QueryClient,
  send: () => Promise<Answer>,
  onDone?: () => void,
) {
  const held: ReturnType<typeof useCommand<object, Answer>>[] = []
  function Page() {
    held.push(useCommand<object, Answer>(send, onDone))
    return null
  }
  renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  )
  const [command] = held
  if (!command) throw new Error('no page')
  return command
}

it('is over only when every page shows what it changed, though answers are kept for half a minute', async () => {
  const { queryClient, show, resubmit } = village()
  const list = show('list')
  await expect.poll(list.shown).toBe('list sent_back')
  list.leave()
  const form = show('activity')
  await expect.poll(form.shown).toBe('activity sent_back')
  const led = { page: form }
  const command = commandOf(queryClient, resubmit, () => {
    form.leave()
    led.page = show('activity')
  })
  await command.mutateAsync({})
  expect(led.page.shown()).toBe('activity proposed')
  const again = show('list')
  expect(again.shown()).toBeUndefined()
  await expect.poll(again.shown).toBe('list proposed')
})

it('leaves what is shown as it is when the server refuses', async () => {
  const { queryClient, show } = village()
  const page = show('activity')
  await expect.poll(page.shown).toBe('activity sent_back')
  const command = commandOf(queryClient, () => Promise.reject(new Error('refused')))
  await expect(command.mutateAsync({})).rejects.toThrow('refused')
  expect(page.shown()).toBe('activity sent_back')
  expect(queryClient.getQueryState(['activity'])?.isInvalidated).toBe(false)
})
