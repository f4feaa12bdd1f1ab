import { getTranslations } from 'next-intl/server'
import { WRITE_KINDS, type WriteKind } from '@/components/desk/desk-form-schema'
import type { DeskWriteWords } from '@/components/desk/desk-write'

/** The words of the boxes below the thread, for the browser; `name` is who reads what is sent. */
export async function writeWords(name: string): Promise<Omit<DeskWriteWords, 'draft'>> {
  const [t, held, ui] = await Promise.all([
    getTranslations('desk.write'),
    getTranslations('desk.held'),
    getTranslations('ui'),
  ])
  const each = (word: (kind: WriteKind) => string) =>
    Object.fromEntries(WRITE_KINDS.map((kind) => [kind, word(kind)])) as Record<WriteKind, string>
  return {
    legend: t('legend'),
    noted: t('noted'),
    tab: each((kind) => t(kind)),
    label: each((kind) => t(`label.${kind}`)),
    hint: each((kind) => t(`hint.${kind}`, { name })),
    send: each((kind) => t(`send.${kind}`)),
    box: {
      sending: t('sending'),
      anyway: t('anyway'),
      summary: ui('errorSummary', { count: 1 }),
      safe: t('safe'),
      lost: t('lost'),
      filesBusy: t('filesBusy'),
      filesFailed: t('filesFailed'),
      news: t('news'),
    },
    held: {
      sending: held('sending'),
      leaves: held.raw('leaves'),
      leavesSaid: held.raw('leavesSaid'),
      others: held.raw('others'),
      undo: held('undo'),
      undoing: held('undoing'),
      takeUp: held('takeUp'),
      drop: held('drop'),
      dropping: held('dropping'),
      news: t('news'),
      lost: t('lost'),
    },
  }
}
