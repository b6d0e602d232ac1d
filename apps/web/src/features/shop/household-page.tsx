import { useState } from 'react'
import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { WhyNot } from '../../ui/why-not.tsx'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Served } from './shop.ts'
import { useHouseholdName } from './use-household-name.ts'
import './shop.css'

/** The household that shows a code: what it may fetch, and what it may give back. */
export function HouseholdAtCounterPage() {
  const t = useT(counterMessages)
  const format = useFormat()
  const nameOf = useHouseholdName()
  const { code = '' } = useParams()
  const found = useAnswer('/api/shop/counter/{code}', { code })
  const household = found.data?.household
  const name = household === undefined ? t('household') : nameOf(household)
  return (
    <Page title={name} back="/workbench/shop">
      {found.isPending && <Skeleton count={4} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <Stats>
            <Stat
              label={t('wallet')}
              value={format.points(found.data.walletHundredths)}
              unit={t('points', { count: found.data.walletHundredths / 100 })}
            />
          </Stats>
          <ToFetch code={code} purchases={found.data.purchases} />
          <Fetched code={code} purchases={found.data.purchases} />
        </>
      )}
    </Page>
  )
}

interface AtCounter {
  code: string
  purchases: readonly Served[]
}

function ToFetch({ code, purchases }: AtCounter) {
  const t = useT(counterMessages)
  const language = useLanguage()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const handOver = useCommand((purchaseIds: readonly string[], idempotencyKey) =>
    post('/api/shop/hand-overs', {}, { code, purchaseIds: [...purchaseIds] }, { idempotencyKey }),
  )
  const reserved = purchases.filter(({ state }) => state === 'reserved')
  const bar = reserved.find(({ canServe }) => !canServe.ok)?.canServe
  const chosen = reserved.filter(({ purchaseId }) => !left.has(purchaseId))
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <Section title={t('toFetch')}>
      {handOver.isSuccess && (
        <Finished
          words={t('handedNow')}
          next={<LinkButton to="/workbench/shop">{t('toSign')}</LinkButton>}
        />
      )}
      {reserved.length === 0 && !handOver.isSuccess && <p className="soft">{t('toFetchNone')}</p>}
      {bar !== undefined && <WhyNot code={bar.code} sentence={bar.sentence} />}
      {bar === undefined && reserved.length > 0 && (
        <div className="stack">
          {reserved.map(({ purchaseId, name, quantity }) => (
            <Checkbox
              key={purchaseId}
              label={t('choose', { name: inWords(name, language), count: quantity })}
              checked={!left.has(purchaseId)}
              onChange={(isChosen) => toggle(purchaseId, isChosen)}
            />
          ))}
          <ProblemNotice error={handOver.error} />
          {chosen.length > 0 && (
            <Button
              kind="primary"
              busy={handOver.isPending}
              onClick={() => handOver.mutate(chosen.map(({ purchaseId }) => purchaseId))}
            >
              {t('handOver', { count: chosen.length })}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

function Fetched({ code, purchases }: AtCounter) {
  const t = useT(counterMessages)
  const fetched = purchases.filter(({ state }) => state === 'fetched')
  return (
    <Section title={t('fetched')}>
      {fetched.length === 0 && <p className="soft">{t('fetchedNone')}</p>}
      <ul className="list" aria-label={t('fetched')}>
        {fetched.map((purchase) => (
          <FetchedLine key={purchase.purchaseId} code={code} purchase={purchase} />
        ))}
      </ul>
    </Section>
  )
}

function FetchedLine({ code, purchase }: { code: string; purchase: Served }) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [quantity, setQuantity] = useState<number | null>(purchase.quantity)
  const { purchaseId: id, canServe, fetchedAt } = purchase
  const name = inWords(purchase.name, language)
  const giveBack = useCommand((count: number, idempotencyKey) =>
    post('/api/shop/purchases/{id}/return', { id }, { code, quantity: count }, { idempotencyKey }),
  )
  return (
    <li className="good">
      <div className="good__line">
        <span className="good__words">
          <span className="list__title">
            {name} × {purchase.quantity}
          </span>
          <span className="list__note">
            {fetchedAt !== null && format.when(fetchedAt)}
            {!canServe.ok && ` · ${canServe.sentence ?? ''}`}
          </span>
        </span>
        {canServe.ok && !isOpen && (
          <Button label={t('giveBackLabel', { name })} onClick={() => setOpen(true)}>
            {t('giveBack')}
          </Button>
        )}
      </div>
      {giveBack.isSuccess && (
        <Notice kind="done">
          {t('givenBack', { points: format.points(giveBack.data.pointsHundredths) })}
        </Notice>
      )}
      {isOpen && canServe.ok && (
        <div className="stack">
          <NumberField whole label={t('howMany')} value={quantity} onChange={setQuantity} />
          <ProblemNotice error={giveBack.error} />
          <Button
            kind="primary"
            busy={giveBack.isPending}
            onClick={() => quantity !== null && quantity > 0 && giveBack.mutate(quantity)}
          >
            {t('giveBack')}
          </Button>
        </div>
      )}
    </li>
  )
}
