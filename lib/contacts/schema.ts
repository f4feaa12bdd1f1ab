/** What a channel needs besides the address: the keys of a browser's push subscription (RFC 8291), base64url. */
export type MethodConfig = { keys?: { p256dh: string; auth: string } }
