import { marketplaceBySlug } from '@/lib/marketplace'

type Route = { params: Promise<{ marketplace: string }> }

/** What a Home Screen needs to keep this site as an app; without one, an iPhone takes no push (W3C Web App Manifest). */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const marketplace = await marketplaceBySlug((await params).marketplace)
  if (!marketplace) return new Response(null, { status: 404 })
  const { name, slug } = marketplace
  const start = new URL(request.url).searchParams.get('for') === 'oncall' ? `/${slug}/oncall` : `/${slug}`
  const icon = (size: number) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })
  const manifest = {
    name,
    short_name: name,
    id: start,
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: '#0a1215',
    theme_color: '#0a1215',
    icons: [icon(192), icon(512)],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
