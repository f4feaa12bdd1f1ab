import { useTranslations } from 'next-intl'
import { DeskColumns } from '@/components/frame/desk-columns'
import { SkeletonLines, SkeletonRows } from '@/components/ui/skeleton'

export default function TicketLoading() {
  const t = useTranslations('ui')
  return (
    <DeskColumns
      showing="detail"
      list={
        <div className="pt-20">
          <SkeletonRows count={12} label={t('working')} />
        </div>
      }
    >
      <div className="p-5">
        <SkeletonLines count={8} label={t('working')} />
      </div>
    </DeskColumns>
  )
}
