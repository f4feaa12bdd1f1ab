export { dispositionOf } from './file-name'
export { type Download, openDownload, type TicketReadable } from './open-download'
export type { UploadRequest } from './read-form'
export { receiveUpload } from './receive-upload'
export * from './schema'
export {
  type AttachRefusal,
  holdUploads,
  type LinkTarget,
  linkAttachments,
  releaseUploads,
  setAside,
} from './store'
export { sweepTemporaryFiles } from './sweep-files'
export { uploadLimits } from './upload-limits'
export { fileNamesOf, filesOfTicket, type LinkedFile, ticketsWithFiles } from './views'
export { waitingUploads } from './waiting-uploads'
export { withdrawUpload } from './withdraw-upload'
