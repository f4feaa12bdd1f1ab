import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fileContent } from '../../prisma/seeds/files'
import { dropFile } from './drop-file'
import { axe, expect, signIn, test } from './fixtures'
import { sendRequest, writeRequest } from './new-request'
import { words } from './words'

const MB = 1024 * 1024
const pt = words('pt-BR')
const es = words('es')

const image = (bytes: number) => Buffer.concat([fileContent('tela.png'), Buffer.alloc(bytes)]).subarray(0, bytes)
const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const row = (page: Page, name: string) => page.locator('#attachmentIds li').filter({ hasText: name })

test('each file that cannot be taken says why by itself, and the others go (003-11, 003-12, 003-13, 004-09)', async ({
  page,
  noise,
}) => {
  noise.expect(409, /\/api\/uploads/)
  await signIn(page, 'helena@atelie-jacaranda.example')
  await writeRequest(page, {
    locale: 'pt-BR',
    search: 'foto',
    topic: 'Fotos',
    subject: 'As fotos do vaso não aparecem',
    body: 'Enviei as fotos ontem e o anúncio continua sem imagem.',
  })
  const long = `${'nome muito comprido '.repeat(8)}.png`
  await page
    .locator('#attachmentIds input[type=file]')
    .first()
    .setInputFiles([
      chosen('vazio.png', Buffer.alloc(0)),
      chosen('grande.png', image(10 * MB + 1)),
      chosen('programa.png', Buffer.from('MZ\u0090\u0000 this program cannot be run')),
      chosen('desenho.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      chosen('fatura.exe', Buffer.from('MZ')),
      chosen('inteiro.png', image(10 * MB)),
      chosen(long, fileContent('longo.png')),
      chosen('Счёт № 5 «копия».csv', fileContent('счёт.csv')),
    ])
  await expect(row(page, 'vazio.png')).toContainText(pt('refusals', 'empty'))
  await expect(row(page, 'grande.png')).toContainText(/10/)
  await expect(row(page, 'programa.png')).toContainText(pt('refusals', 'content_mismatch'))
  await expect(row(page, 'desenho.svg')).toContainText(pt('refusals', 'type_not_allowed'))
  await expect(row(page, 'fatura.exe')).toContainText(pt('refusals', 'type_not_allowed'))
  for (const name of ['inteiro.png', 'nome muito comprido', 'Счёт № 5'])
    await expect(row(page, name)).toContainText(pt('files', 'sent'))
  await dropFile(page, 'arrastada.png', fileContent('arrastada.png'))
  await expect(row(page, 'arrastada.png')).toContainText(pt('files', 'sent'))
  await paste(page, 'colada.png')
  await expect(row(page, 'colada.png')).toContainText(pt('files', 'sent'))
  await axe(page, 'the form with files that were taken and refused')

  for (const name of ['vazio.png', 'grande.png', 'programa.png', 'desenho.svg', 'fatura.exe', 'colada.png'])
    await row(page, name)
      .getByRole('button', { name: pt('ui', 'file.remove', { name }) })
      .click()
  await expect(page.locator('#attachmentIds li')).toHaveCount(4)
  await sendRequest(page, { locale: 'pt-BR' })
  await expect(page.getByText('arrastada.png')).toBeVisible()
  await expect(page.getByText('colada.png')).toBeHidden()
})

test('all files together may have 50 MB; a broken connection costs one file, which is tried again (003-13)', async ({
  page,
  noise,
}, info) => {
  await signIn(page, 'carmen@casa-lumbre.example')
  await writeRequest(page, {
    locale: 'es',
    search: 'foto',
    topic: 'Fotos',
    subject: 'Las fotos del juego de mesa',
    body: 'Adjunto las fotos originales.',
  })
  const input = page.locator('#attachmentIds input[type=file]').first()
  const onDisk = (name: string) => {
    const file = info.outputPath(name)
    writeFileSync(file, image(9 * MB))
    return file
  }
  await input.setInputFiles([1, 2, 3, 4, 5].map((n) => onDisk(`foto-${n}.png`)))
  await input.setInputFiles(chosen('foto-6.png', image(6 * MB)))
  await expect(row(page, 'foto-6.png')).toContainText(/50/)
  await expect(page.locator('#attachmentIds').getByText(es('files', 'sent'), { exact: true })).toHaveCount(5)
  await row(page, 'foto-5.png')
    .getByRole('button', { name: es('ui', 'file.remove', { name: 'foto-5.png' }) })
    .click()

  noise.lost(/\/api\/uploads/)
  await page.route('**/api/uploads*', (route) => route.abort('connectionreset'), { times: 1 })
  await input.setInputFiles(chosen('foto-7.png', image(1 * MB)))
  await expect(row(page, 'foto-7.png')).toContainText(es('files', 'connection'))
  await row(page, 'foto-7.png')
    .getByRole('button', { name: es('ui', 'file.retry') })
    .click()
  await expect(row(page, 'foto-7.png')).toContainText(es('files', 'sent'))
  await expect(page.getByLabel(es('new-request', 'details.body'))).toHaveValue('Adjunto las fotos originales.')
})

test('files open over the page: a picture to zoom, a recording to play, a text to read (003-20, 002-04)', async ({
  page,
}) => {
  await signIn(page, 'helena@atelie-jacaranda.example')
  await page.goto('/nova/requests')
  await page.getByRole('main').getByRole('link').filter({ hasText: /NV-/ }).first().click()
  await page
    .locator('#attachmentIds input[type=file]')
    .first()
    .setInputFiles([
      { name: 'tela.png', mimeType: 'image/png', buffer: fileContent('tela.png') },
      { name: 'gravacao.webm', mimeType: 'video/webm', buffer: await recording(page) },
      { name: 'pedidos.csv', mimeType: 'text/csv', buffer: Buffer.from('pedido;valor\n1041;12,50\n') },
    ])
  await expect(page.locator('#attachmentIds').getByText(pt('files', 'sent'), { exact: true })).toHaveCount(3)
  await page.locator('textarea[name=body]').fill('Seguem a tela, a gravação e a lista.')
  await page.getByRole('button', { name: pt('requests', 'reply.send'), exact: true }).click()

  const open = (name: string) => page.getByRole('link', { name })
  await open('tela.png').click()
  const viewer = page.getByRole('dialog', { name: pt('files', 'view.gallery') })
  await expect(viewer.getByRole('img', { name: 'tela.png' })).toBeVisible()
  await axe(page, 'a picture in the viewer')
  await page.keyboard.press('Escape')
  await open('gravacao.webm').click()
  const video = viewer.locator('video')
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.readyState)).toBeGreaterThan(0)
  await video.evaluate((one: HTMLVideoElement) => one.play())
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(open('gravacao.webm')).toBeFocused()
  await open('pedidos.csv').click()
  await expect(viewer.getByText('1041;12,50')).toBeVisible()
  await axe(page, 'a text in the viewer')
})

/** Pastes a picture into the text of the form. */
async function paste(page: Page, name: string): Promise<void> {
  await page.evaluate(
    ([called, base64]) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], called, { type: 'image/png' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('textarea')?.dispatchEvent(event)
    },
    [name, fileContent(name).toString('base64')] as const,
  )
}

/** A second of a moving square, recorded by the browser itself. */
async function recording(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    const paint = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const stopped = new Promise((done) => {
      recorder.onstop = done
    })
    recorder.start()
    for (let step = 0; step < 20; step++) {
      paint?.fillRect(step * 10, step * 5, 20, 20)
      await new Promise((next) => setTimeout(next, 50))
    }
    recorder.stop()
    await stopped
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return Buffer.from(base64, 'base64')
}
