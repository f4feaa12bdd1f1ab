import type { Page } from '@playwright/test'

/** Drags a file over the form's box for files and lets go of it there. */
export async function dropFile(page: Page, name: string, content: Buffer): Promise<void> {
  const carried = await page.evaluateHandle(
    ([called, base64]) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], called, { type: 'image/png' }))
      return data
    },
    [name, content.toString('base64')] as const,
  )
  const box = page.locator('#attachmentIds')
  await box.dispatchEvent('dragover', { dataTransfer: carried })
  await box.dispatchEvent('drop', { dataTransfer: carried })
}
