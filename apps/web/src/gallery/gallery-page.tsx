import { FlagIcon } from '@phosphor-icons/react/dist/csr/Flag'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { useFormat } from '../ui/format.ts'
import { useT } from '../ui/i18n.ts'
import { ActionTile, ActionTiles } from '../ui/action-tiles.tsx'
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { RankChange, Stat, Stats } from '../ui/stat.tsx'
import { GalleryLog } from './gallery-log.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { GalleryRest } from './gallery-rest.tsx'
import { galleryMessages } from './messages.ts'

/** Every component with the kind of content it is made for; to look at, and for axe. */
export function GalleryPage() {
  const t = useT(galleryMessages)
  return (
    <Page title={t('title')} lead={t('lead')} back="/settings">
      <Standing />
      <Section title={t('notices')}>
        <Notice>{t('noticeInfo')}</Notice>
        <Notice kind="done" actions={<Button kind="quiet">{t('undo')}</Button>}>
          {t('noticeDone')}
        </Notice>
        <Notice kind="waiting">{t('noticeWaiting')}</Notice>
        <Notice kind="wrong">{t('noticeWrong')}</Notice>
      </Section>
      <Section title={t('buttons')}>
        <ButtonRow>
          <Button kind="primary" icon={StarIcon}>
            {t('primary')}
          </Button>
          <Button>{t('secondary')}</Button>
          <Button busy>{t('busy')}</Button>
          <LinkButton kind="quiet" to="/settings">
            {t('quiet')}
          </LinkButton>
        </ButtonRow>
      </Section>
      <GalleryForm />
      <GalleryLog />
      <GalleryRest />
    </Page>
  )
}

function Standing() {
  const t = useT(galleryMessages)
  const format = useFormat()
  return (
    <Section title={t('standing')}>
      <Stats>
        <Stat label={t('honour')} value={format.points(128_650)} unit={t('points')} to="/gallery" />
        <Stat
          label={t('rank')}
          value={format.number(17)}
          unit={t('place')}
          note={<RankChange places={3} />}
        />
        <Stat label={t('wallet')} value={format.points(24_000)} unit={t('points')} />
      </Stats>
      <ActionTiles>
        <ActionTile icon={StarIcon} label={t('rate')} to="/gallery" />
        <ActionTile icon={FlagIcon} label={t('initiate')} to="/gallery" />
        <ActionTile icon={MegaphoneIcon} label={t('report')} to="/gallery" />
      </ActionTiles>
    </Section>
  )
}
