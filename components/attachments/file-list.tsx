import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { type FileView, previewOf } from '@/lib/attachments/schema'
import type { Formats } from '@/lib/i18n'
import { FileGallery, type GalleryWords } from './file-gallery'

/** Made once for a page, however many messages carry files: the browser then gets the words once too. */
const galleryWords = cache(async (): Promise<GalleryWords> => {
  const t = await getTranslations('files.view')
  return {
    gallery: t('gallery'),
    previous: t('previous'),
    next: t('next'),
    close: t('close'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    download: t('download'),
    newTab: t('newTab'),
    notShown: t('notShown'),
    loading: t('loading'),
    notLoaded: t('notLoaded'),
    cut: t('cut'),
    place: t.raw('place'),
  }
})

/** Files of a message (003-20): pictures as pictures, the rest by name; rights are looked at again at each fetch. Server only. */
export async function FileList({
  files,
  slug,
  formats,
}: {
  files: readonly FileView[]
  slug: string
  formats: Formats
}) {
  if (files.length === 0) return null
  const shown = files.map(({ id, name, mediaType, bytes }) => ({
    id,
    name,
    size: formats.bytes(bytes),
    small: bytes <= SMALL,
    preview: previewOf(mediaType),
    href: `/${slug}/api/attachments/${id}`,
  }))
  return <FileGallery files={shown} words={await galleryWords()} />
}

/** Pictures above this many bytes are not fetched before somebody asks for them. */
const SMALL = 1_500_000
