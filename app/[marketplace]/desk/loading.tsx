import { useTranslations } from 'next-intl'
import { DeskColumns } from '@/components/frame/desk-columns'
import { SkeletonRows } from '@/components/ui/skeleton'

export default function DeskLoading() {
  const t = useTranslations('ui')
  return (
    <DeskColumns
      showing="list"
      list={
        <div className="pt-20">
          <SkeletonRows count={12} label={t('working')} />
        </div>
      }
    />
  )
}
