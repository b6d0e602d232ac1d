import { messagesMessages, messageText, type Message } from '@azalea/client'
import { BellIcon } from '@phosphor-icons/react/dist/csr/Bell'
import { findItem, wordsIn } from '@azalea/scoring'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { aboutAddress } from '../../app/about-kinds.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { usePages } from '../../app/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { When } from '../../ui/when.tsx'

/** What the village told me, newest first. A message is read once it is tapped, or all are marked. */
export function MessagesPage() {
  const t = useT(messagesMessages)
  const pages = usePages('/api/me/messages')
  const messages = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const markRead = useMarkRead()
  const newest = messages.find(({ readAt }) => readAt === null)
  return (
    <Page title={t('title')} back="/me">
      {newest !== undefined && (
        <div className="outdent">
          <Button
            kind="quiet"
            onClick={() => markRead({ messageId: newest.messageId, withEarlier: true })}
          >
            {t('markAll')}
          </Button>
        </div>
      )}
      <Paged
        pages={pages}
        empty={<EmptyState icon={BellIcon} title={t('empty')} hint={t('emptyHint')} />}
      >
        {(shown) => (
          <Messages
            messages={shown}
            onOpen={(messageId) => markRead({ messageId, withEarlier: false })}
          />
        )}
      </Paged>
    </Page>
  )
}

function Messages({
  messages,
  onOpen,
}: {
  messages: readonly Message[]
  onOpen: (messageId: string) => void
}) {
  const t = useT(messagesMessages)
  const format = useFormat()
  const language = useLanguage()
  const doorOf = useDoor()
  const itemName = useItemName(
    messages.some(({ params }) => 'itemRef' in params || 'items' in params),
  )
  return (
    <List label={t('title')}>
      {messages.map((message) => {
        const { text, words, about } = messageText(message, {
          language,
          t,
          format,
          itemName,
          doorOf,
        })
        return (
          <ListRow
            key={message.messageId}
            title={text}
            note={
              <>
                {words !== null && <span>{t('said', { words })}</span>}
                <When at={message.sentAt} />
                {message.readAt === null && <strong>{t('new')}</strong>}
              </>
            }
            {...(about === null ? {} : { to: aboutAddress(about) })}
            {...(message.readAt === null ? { onOpen: () => onOpen(message.messageId) } : {})}
          />
        )
      })}
    </List>
  )
}

interface Read {
  messageId: string
  /** Also all that came before it. */
  withEarlier: boolean
}

/** Tells the server what was read; the list and the count of what is new follow. */
function useMarkRead(): (read: Read) => void {
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (read: Read) => post('/api/me/messages/read', {}, read),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return mutate
}

/** Names of rule items, read only when a message mentions one. */
function useItemName(wanted: boolean): (itemRef: string) => string {
  const t = useT(messagesMessages)
  const language = useLanguage()
  const sheet = useAnswer(
    '/api/rule-sheet',
    {},
    {
      staleTime: 10 * 60_000,
      enabled: wanted,
    },
  )
  const rules = sheet.data?.sheet
  return (itemRef) => wordsIn(rules && findItem(rules, itemRef)?.name, language) ?? t('someItem')
}
