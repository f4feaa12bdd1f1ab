import { useTranslations } from 'next-intl'
import { SkeletonLines } from '@/components/ui/skeleton'

export default function OnCallLoading() {
  const t = useTranslations('ui')
  return <SkeletonLines count={8} label={t('working')} />
}
