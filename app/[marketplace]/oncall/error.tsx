'use client'

export { FramedPageFailed as default } from '@/components/ui/page-failed'
